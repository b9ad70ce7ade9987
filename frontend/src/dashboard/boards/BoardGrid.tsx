import { Text } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';

import { ChartCard } from '@/charts/ChartCard';

import type { Board } from './board-documents';
import classes from './boards.module.css';

/** The charts of a dashboard in four columns, in two on smaller screens, below each other on a telephone. */
export function BoardGrid({ board }: { board: Board }) {
  const { t } = useTranslation('dashboard');
  return (
    <>
      <div className={classes.grid}>
        {board.cards.map(({ id, form, chart, data, width }) => (
          <div key={id} className={classes.place} data-width={width}>
            <ChartCard
              chart={chart}
              register={form}
              data={data}
              source={
                <Link
                  to="/registers/$formKey"
                  params={{ formKey: form.key }}
                  className={classes.source}
                >
                  {form.name}
                </Link>
              }
            />
          </div>
        ))}
      </div>
      {board.hiddenCards > 0 && (
        <Text c="dimmed" size="sm" mt="md">
          {t('board.hidden', { count: board.hiddenCards })}
        </Text>
      )}
    </>
  );
}
