import { type MantineColorScheme, useMantineColorScheme } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';

import { type Viewer, sessionQuery } from '@/auth/session';
import { graphql, useDocumentMutation } from '@/graphql';
import { type Language, changeLanguage, toLocale } from '@/i18n';

const UpdatePreferencesDocument = graphql(`
  mutation UpdatePreferences($input: UpdatePreferencesInput!) {
    updatePreferences(input: $input) {
      viewer {
        locale
        preferences
      }
      userErrors {
        code
        path
        params
      }
    }
  }
`);

export type Theme = MantineColorScheme;

export const THEMES: readonly Theme[] = ['light', 'dark', 'auto'];

/** The theme among a viewer's preferences; null when they never chose one. */
export function chosenTheme(viewer: Pick<Viewer, 'preferences'>): Theme | null {
  return THEMES.find((theme) => theme === viewer.preferences.theme) ?? null;
}

export interface PreferenceChange {
  language?: Language;
  theme?: Theme;
}

/**
 * Changes the viewer's language or theme: on the screen at once, and on the server so that other
 * devices follow. Only for those signed in; sign-in pages change this device alone.
 */
export function useChangePreferences(): (change: PreferenceChange) => Promise<void> {
  const queryClient = useQueryClient();
  const { setColorScheme } = useMantineColorScheme();
  const { mutateAsync } = useDocumentMutation(UpdatePreferencesDocument);

  return async ({ language, theme }) => {
    if (theme) setColorScheme(theme);
    const { updatePreferences } = await mutateAsync({
      input: {
        ...(language && { locale: toLocale(language) }),
        ...(theme && { preferences: { theme } }),
      },
    });
    const saved = updatePreferences.viewer;
    queryClient.setQueryData(
      sessionQuery().queryKey,
      (session) =>
        session && { ...session, viewer: session.viewer && { ...session.viewer, ...saved } },
    );
    if (language) {
      await changeLanguage(language);
      // Names of registers, fields and statuses come from the server in the viewer's language.
      const sessionKey = sessionQuery().queryKey[0];
      await queryClient.invalidateQueries({
        predicate: ({ queryKey }) => queryKey[0] !== sessionKey,
      });
    }
  };
}
