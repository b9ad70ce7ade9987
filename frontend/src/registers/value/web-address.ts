const SAFE_ADDRESS = /^(https?:\/\/[^\s/]|mailto:[^\s@]+@[^\s@]+)/i;

/** Addresses that may be kept and followed: web pages and mail, and nothing that could run. */
export const isWebAddress = (address: string): boolean => SAFE_ADDRESS.test(address.trim());

/** What people type, made a full address: `www.example.org`, `example.org/x`, `a@example.org`. */
export function completeAddress(typed: string): string {
  const address = typed.trim();
  if (address === '' || /^[a-z][a-z\d+.-]*:/i.test(address)) return address;
  if (/^[^\s@/]+@[^\s@/]+\.[^\s@/]+$/.test(address)) return `mailto:${address}`;
  return /^[^\s/]+\.[^\s/]+/.test(address) ? `https://${address}` : address;
}
