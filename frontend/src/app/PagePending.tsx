import { LoadingState } from '@/design';

export function PagePending() {
  return <LoadingState kind="list" />;
}
