import 'i18next';

import type { texts } from '@/locales/nl';

declare module 'i18next' {
  interface CustomTypeOptions {
    defaultNS: 'app';
    resources: typeof texts;
    returnNull: false;
  }
}
