import {
  IconArchive,
  IconArchiveOff,
  IconRestore,
  IconTrash,
  IconTrashX,
} from '@tabler/icons-react';

import type { LifecycleStep } from './steps';

export const STEP_ICONS = {
  archive: IconArchive,
  unarchive: IconArchiveOff,
  delete: IconTrash,
  restore: IconRestore,
  purge: IconTrashX,
} satisfies Record<LifecycleStep, unknown>;
