import { createRoute, lazyRouteComponent } from '@tanstack/react-router';

import { rootRoute } from '@/app/routes';

/** A function, so that builds without it leave its page out too. */
const createGalleryRoute = () =>
  createRoute({
    getParentRoute: () => rootRoute,
    path: '/design',
    component: lazyRouteComponent(() => import('./gallery/GalleryPage'), 'GalleryPage'),
  });

/** Shows all shared parts, to those who build; not part of the product. */
export const designRoutes = import.meta.env.DEV ? [createGalleryRoute()] : [];
