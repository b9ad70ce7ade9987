import { VisuallyHidden } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';

import { LevelBadge } from '@/design';
import { encodeCondition } from '@/registers/list/condition';

import type { RiskMatrixProps } from './RiskMatrix';
import classes from './RiskMatrix.module.css';
import { type RiskMatrixData, type RiskScale, countByLevel, scoreRange } from './risk-matrix-data';

/** The same figures by level, in words. */
export function RiskLevels({ matrix, ...field }: RiskMatrixProps & { matrix: RiskMatrixData }) {
  const { t } = useTranslation('dashboard');
  const levels = countByLevel(matrix);
  const total = levels.reduce((sum, { count }) => sum + count, 0);
  return (
    <table className={classes.levels}>
      <VisuallyHidden component="caption">{t('risk.levels')}</VisuallyHidden>
      <thead>
        <tr>
          {levels.map(({ level }) => (
            <th key={level.key} scope="col">
              <LevelLink field={field} scale={matrix.scale} level={level} />
            </th>
          ))}
          <th scope="col">{t('risk.total')}</th>
        </tr>
      </thead>
      <tbody>
        <tr>
          {levels.map(({ level, count }) => (
            <td key={level.key}>{count}</td>
          ))}
          <td>{total}</td>
        </tr>
      </tbody>
    </table>
  );
}

interface LevelLinkProps {
  field: RiskMatrixProps;
  scale: RiskScale;
  level: RiskScale['levels'][number];
}

function LevelLink({ field, scale, level }: LevelLinkProps) {
  const where = encodeCondition({
    test: 'number',
    fieldKey: field.fieldKey,
    ...scoreRange(scale, level.key),
  });
  return (
    <Link
      to="/registers/$formKey"
      params={{ formKey: field.formKey }}
      search={{ where }}
      className={classes.levelLink}
    >
      <LevelBadge label={level.label} colour={level.colour} />
    </Link>
  );
}
