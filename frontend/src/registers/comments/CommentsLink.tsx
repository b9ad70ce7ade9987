import { Anchor } from '@mantine/core';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';

import { commentsQuery } from './comment-documents';

/** Where the comments stand on the page. */
export const COMMENTS_ID = 'comments';

/** How many comments there are, and the way down to them. */
export function CommentsLink({ recordId }: { recordId: string }) {
  const { t } = useTranslation('records');
  const { data } = useInfiniteQuery(commentsQuery(recordId));
  const count = data?.pages[0]?.commentCount ?? 0;
  if (count === 0) return null;
  return (
    <Anchor
      component="button"
      type="button"
      inherit
      data-no-print
      onClick={() => {
        const comments = document.getElementById(COMMENTS_ID);
        comments?.scrollIntoView({ block: 'start' });
        comments?.focus({ preventScroll: true });
      }}
    >
      {t('comments.count', { count })}
    </Anchor>
  );
}
