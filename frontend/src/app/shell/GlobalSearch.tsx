import '@mantine/spotlight/styles.layer.css';

import { Spotlight } from '@mantine/spotlight';
import { IconSearch } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';

import classes from './AppShell.module.css';
import { globalSearchStore } from './global-search-store';
import { useSearchActions } from './use-search-actions';

/** Ctrl+K: registers, pages, new records, and records by their number. */
export function GlobalSearch() {
  const { t } = useTranslation();
  const [words, setWords] = useState('');
  const groups = useSearchActions(words);
  return (
    <Spotlight
      store={globalSearchStore}
      // The shell listens to Ctrl+K, also before there is something to search.
      shortcut={null}
      query={words}
      onQueryChange={setWords}
      actions={groups}
      // The list is made for the words already.
      filter={(_query, actions) => actions}
      nothingFound={t('search.nothing')}
      attributes={{ content: { 'aria-label': t('search.label') } }}
      classNames={{ actionsGroup: classes.searchGroup }}
      scrollable
      maxHeight="min(60vh, 30rem)"
      // Arrow keys go through the actions from the field; the list itself can be scrolled by keys too.
      scrollAreaProps={{ viewportProps: { tabIndex: 0 } }}
      searchProps={{
        leftSection: <IconSearch size={20} aria-hidden />,
        placeholder: t('search.placeholder'),
        'aria-label': t('search.label'),
      }}
    />
  );
}
