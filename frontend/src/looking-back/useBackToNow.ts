import { useSwitchTime } from './switch-time';

/** To now; the cursor goes to the page, as the banner is gone. */
export function useBackToNow(): () => void {
  const switchTime = useSwitchTime();
  return () => {
    switchTime(null);
    document.getElementById('content')?.focus({ preventScroll: true });
  };
}
