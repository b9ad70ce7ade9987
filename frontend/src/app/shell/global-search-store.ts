import { createSpotlight } from '@mantine/spotlight';

/** Opens and closes the one search dialog from anywhere. */
export const [globalSearchStore, globalSearch] = createSpotlight();
