import { Text, VisuallyHidden } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';

import { toneClass, toneOf } from '@/design';
import { encodeCondition, matrixCellKey } from '@/registers/list/condition';

import { RiskLevels } from './RiskLevels';
import classes from './RiskMatrix.module.css';
import { type RiskCell, type RiskMatrixData, useRiskMatrix } from './risk-matrix-data';

export interface RiskMatrixProps {
  formKey: string;
  fieldKey: string;
  /** The field's own label, such as "Huidig risico". */
  label: string;
}

/** Likelihood upwards, impact to the right: the gravest corner is top right. */
export function RiskMatrix(props: RiskMatrixProps) {
  const { t } = useTranslation('dashboard');
  const matrix = useRiskMatrix(props.formKey, props.fieldKey);
  if (!matrix) return null;
  return (
    <div className={classes.layout}>
      <div className={classes.scroll}>
        <MatrixTable {...props} matrix={matrix} />
        <Text size="xs" c="dimmed" mt="xs">
          {t('risk.toList')}
        </Text>
      </div>
      <RiskLevels {...props} matrix={matrix} />
    </div>
  );
}

function MatrixTable({ matrix, ...field }: RiskMatrixProps & { matrix: RiskMatrixData }) {
  const { t } = useTranslation('dashboard');
  const { scale, cells } = matrix;
  const rows = [...scale.likelihood].sort((a, b) => b.value - a.value);
  const cellAt = (likelihood: number, impact: number): RiskCell | undefined =>
    cells.find((cell) => cell.likelihood === likelihood && cell.impact === impact);
  return (
    <table className={classes.table}>
      <VisuallyHidden component="caption">
        {t('risk.caption', { field: field.label })}
      </VisuallyHidden>
      <colgroup>
        <col className={classes.axisColumn} />
        <col className={classes.stepColumn} />
        <col span={scale.impact.length} />
      </colgroup>
      <tbody>
        {rows.map(({ value: likelihood, label }, index) => (
          <tr key={likelihood}>
            {index === 0 && (
              <th scope="rowgroup" rowSpan={rows.length} className={classes.axis}>
                <span>{t('risk.likelihood')}</span>
              </th>
            )}
            <th scope="row" className={classes.step}>
              <StepName value={likelihood} label={label} />
            </th>
            {scale.impact.map((impact) => (
              <MatrixCell
                key={impact.value}
                field={field}
                cell={cellAt(likelihood, impact.value)}
                words={{ likelihood: label, impact: impact.label }}
              />
            ))}
          </tr>
        ))}
      </tbody>
      <tfoot>
        <tr>
          <td colSpan={2} />
          {scale.impact.map(({ value, label }) => (
            <th key={value} scope="col" className={classes.step}>
              <StepName value={value} label={label} />
            </th>
          ))}
        </tr>
        <tr>
          <td colSpan={2} />
          <th scope="colgroup" colSpan={scale.impact.length} className={classes.axis}>
            {t('risk.impact')}
          </th>
        </tr>
      </tfoot>
    </table>
  );
}

/** The label; where there is no room for five of those, its number is seen and the label is heard. */
function StepName({ value, label }: { value: number; label: string }) {
  return (
    <>
      <span className={classes.stepLabel}>{label}</span>
      <span className={classes.stepValue} aria-hidden title={label}>
        {value}
      </span>
    </>
  );
}

interface MatrixCellProps {
  field: RiskMatrixProps;
  cell: RiskCell | undefined;
  words: { likelihood: string; impact: string };
}

function MatrixCell({ field, cell, words }: MatrixCellProps) {
  const { t } = useTranslation('dashboard');
  if (!cell) return <td className={classes.cell} />;
  const { likelihood, impact, score, count, level } = cell;
  const where = encodeCondition({
    test: 'any',
    fieldKey: field.fieldKey,
    keys: [matrixCellKey(likelihood, impact)],
  });
  const description = t('risk.cell', { ...words, count, score, level: level.label });
  return (
    <td className={`${toneClass} ${classes.cell}`} data-tone={toneOf(level.colour)}>
      {count > 0 ? (
        <Link
          to="/registers/$formKey"
          params={{ formKey: field.formKey }}
          search={{ where }}
          className={classes.link}
          aria-label={description}
          title={description}
        >
          {count}
        </Link>
      ) : (
        <span className={classes.none} title={description}>
          <VisuallyHidden>{count}</VisuallyHidden>
        </span>
      )}
    </td>
  );
}
