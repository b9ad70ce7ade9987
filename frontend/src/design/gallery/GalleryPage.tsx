import { Group, Stack, useMantineColorScheme } from '@mantine/core';

import { changeLanguage } from '@/i18n';
import { LanguageMenu } from '@/settings/LanguageMenu';
import { ThemeMenu } from '@/settings/ThemeMenu';

import { PageHeader } from '../page/PageHeader';
import { FeedbackGallery } from './FeedbackGallery';
import { ListGallery } from './ListGallery';
import { PageGallery } from './PageGallery';
import { TextGallery } from './TextGallery';

/** For developers only, so its own words are not translated. */
export function GalleryPage() {
  const { setColorScheme } = useMantineColorScheme();
  return (
    <Stack component="main" p="xl" gap="xl" maw="80rem" mx="auto">
      <PageHeader
        title="Shared parts"
        description="What the features are built of, in every state."
        actions={
          <Group gap={4}>
            <LanguageMenu onChange={(language) => void changeLanguage(language)} />
            <ThemeMenu onChange={setColorScheme} />
          </Group>
        }
      />
      <TextGallery />
      <ListGallery />
      <FeedbackGallery />
      <PageGallery />
    </Stack>
  );
}
