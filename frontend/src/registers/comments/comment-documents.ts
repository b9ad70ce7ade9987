import { infiniteQueryOptions } from '@tanstack/react-query';

import { type CommentPartsFragment, graphql, request } from '@/graphql';

graphql(`
  fragment CommentParts on Comment {
    id
    html
    createdAt
    editedAt
    isDeleted
    viewerCanEdit
    viewerCanDelete
    author {
      id
      displayName
    }
  }
`);

const RecordCommentsDocument = graphql(`
  query RecordComments($id: ID!, $after: String) {
    record(id: $id) {
      id
      commentCount
      comments(first: 20, after: $after) {
        pageInfo {
          hasNextPage
          endCursor
        }
        nodes {
          ...CommentParts
        }
      }
    }
  }
`);

export const AddCommentDocument = graphql(`
  mutation AddComment($input: AddCommentInput!) {
    addComment(input: $input) {
      comment {
        id
      }
      userErrors {
        code
        path
        params
      }
    }
  }
`);

export const EditCommentDocument = graphql(`
  mutation EditComment($input: EditCommentInput!) {
    editComment(input: $input) {
      comment {
        id
      }
      userErrors {
        code
        path
        params
      }
    }
  }
`);

export const DeleteCommentDocument = graphql(`
  mutation DeleteComment($input: DeleteCommentInput!) {
    deleteComment(input: $input) {
      comment {
        id
      }
      userErrors {
        code
        path
        params
      }
    }
  }
`);

export type RecordComment = CommentPartsFragment;

/** The names of the queries that show comments. */
export const COMMENT_QUERIES = ['RecordComments'] as const;

/** The server pages from the newest back. */
export const commentsQuery = (recordId: string) =>
  infiniteQueryOptions({
    queryKey: [COMMENT_QUERIES[0], recordId],
    queryFn: async ({ pageParam }) => {
      const { record } = await request(RecordCommentsDocument, { id: recordId, after: pageParam });
      return record ?? null;
    },
    initialPageParam: null as string | null,
    getNextPageParam: (last) => {
      const pageInfo = last?.comments.pageInfo;
      return pageInfo?.hasNextPage ? pageInfo.endCursor : null;
    },
  });

/** Pages from the newest back, as a conversation is read: the oldest first. */
export const inOrder = (
  pages: readonly ({ comments: { nodes: RecordComment[] } } | null)[],
): RecordComment[] => pages.flatMap((page) => page?.comments.nodes ?? []).toReversed();
