import { type SessionsQuery, documentQuery, graphql } from '@/graphql';

const SessionsDocument = graphql(`
  query Sessions {
    sessions {
      id
      createdAt
      lastSeenAt
      device
      address
      countryCode
      isCurrent
    }
  }
`);

export type Session = SessionsQuery['sessions'][number];

export const sessionsQuery = () => documentQuery(SessionsDocument);

export const EndSessionDocument = graphql(`
  mutation EndSession($input: EndSessionInput!) {
    endSession(input: $input) {
      userErrors {
        code
        path
        params
      }
    }
  }
`);

export const EndOtherSessionsDocument = graphql(`
  mutation EndOtherSessions {
    endOtherSessions {
      userErrors {
        code
        path
        params
      }
    }
  }
`);
