import { useQuery } from '@tanstack/react-query';

import { documentQuery, graphql } from '@/graphql';
import { useLanguage } from '@/i18n';
import { formatCountry } from '@/i18n/formats';

const CountriesDocument = graphql(`
  query Countries {
    countries {
      code
    }
  }
`);

/** All countries by name, in the viewer's language; none while they are fetched. */
export function useCountries(): { value: string; label: string }[] {
  const language = useLanguage();
  const { data } = useQuery({ ...documentQuery(CountriesDocument), staleTime: 'static' });
  return (data?.countries ?? [])
    .map(({ code }) => ({ value: code, label: formatCountry(code, language) }))
    .sort((a, b) => a.label.localeCompare(b.label, language));
}

/** Without case and accents, so that `curacao` finds Curaçao. */
export const foldWord = (word: string): string =>
  word.normalize('NFD').replace(/\p{M}/gu, '').toLocaleLowerCase().trim();
