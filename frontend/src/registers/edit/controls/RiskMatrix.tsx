import { UnstyledButton } from '@mantine/core';
import { useTranslation } from 'react-i18next';

import { toneClass, toneOf } from '@/design';

import { type RiskScale, levelAt } from '../../register-form';
import classes from './RiskMatrix.module.css';

interface Cell {
  likelihood: number;
  impact: number;
}

interface RiskMatrixProps {
  scale: RiskScale;
  likelihood: number | null;
  impact: number | null;
  onChoose: (cell: Cell) => void;
}

/**
 * Where the risk stands. A short cut for the mouse: hidden from assistive technology and the tab
 * order, because the two lists beside it say and do the same.
 */
export function RiskMatrix({ scale, likelihood, impact, onChoose }: RiskMatrixProps) {
  const { t } = useTranslation('registers');
  const rows = scale.likelihood.toSorted((a, b) => b.value - a.value);
  return (
    <div className={classes.matrix} aria-hidden>
      <span className={classes.vertical}>{t('risk.likelihood')}</span>
      <div
        className={classes.cells}
        style={{ gridTemplateColumns: `repeat(${scale.impact.length}, 1.9rem)` }}
      >
        {rows.flatMap((row) =>
          scale.impact.map((column) => {
            const score = row.value * column.value;
            const cell = { likelihood: row.value, impact: column.value };
            return (
              <UnstyledButton
                key={`${row.value} ${column.value}`}
                tabIndex={-1}
                className={`${toneClass} ${classes.cell}`}
                data-tone={toneOf(levelAt(scale, row.value, column.value)?.colour)}
                data-chosen={row.value === likelihood && column.value === impact}
                title={`${row.label} × ${column.label}`}
                onClick={() => {
                  onChoose(cell);
                }}
              >
                {score}
              </UnstyledButton>
            );
          }),
        )}
      </div>
      <span className={classes.horizontal}>{t('risk.impact')}</span>
    </div>
  );
}
