import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';

/** The shape of `UserError`, and of other errors with a code, such as those of an import's rows. */
export interface UserErrorLike {
  code: string;
  params: Record<string, unknown>;
  path?: readonly string[];
}

export interface UserErrorTexts {
  /** One sentence for one error. A code without a sentence of its own is named in a general one. */
  sentence: (error: UserErrorLike) => string;
  /**
   * Sentences by form field, ready for `form.setErrors`. The field is the last step of the path, so
   * `["values", "title"]` is `title`.
   */
  byField: (errors: readonly UserErrorLike[]) => Record<string, string>;
  /** Sentences by the whole path, as `fields.3.label`; the first of each. */
  byPath: (errors: readonly UserErrorLike[]) => Map<string, string>;
  /** Sentences of errors that belong to no field, or to none of the fields given. */
  general: (errors: readonly UserErrorLike[], fields?: readonly string[]) => string[];
}

const fieldOf = (error: UserErrorLike): string | undefined => error.path?.at(-1);

/** The words for errors which the user can mend. */
export function useUserErrors(): UserErrorTexts {
  const { t, i18n } = useTranslation('errors');

  const sentence = useCallback(
    (error: UserErrorLike): string => {
      const key = `user.${error.code}`;
      return i18n.exists(key, { ns: 'errors' })
        ? t(key as 'user.REQUIRED', error.params)
        : t('user.unknown', { code: error.code });
    },
    [t, i18n],
  );

  const byField = useCallback(
    (errors: readonly UserErrorLike[]) =>
      Object.fromEntries(
        errors.flatMap((error) => {
          const field = fieldOf(error);
          return field === undefined ? [] : [[field, sentence(error)] as const];
        }),
      ),
    [sentence],
  );

  const byPath = useCallback(
    (errors: readonly UserErrorLike[]) =>
      // Later ones give way to earlier ones.
      new Map(
        errors.map((error) => [(error.path ?? []).join('.'), sentence(error)] as const).reverse(),
      ),
    [sentence],
  );

  const general = useCallback(
    (errors: readonly UserErrorLike[], fields?: readonly string[]) =>
      errors
        .filter((error) => {
          const field = fieldOf(error);
          return field === undefined || (fields !== undefined && !fields.includes(field));
        })
        .map(sentence),
    [sentence],
  );

  return { sentence, byField, byPath, general };
}
