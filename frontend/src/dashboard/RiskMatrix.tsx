import { Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';

import { ChartBody } from '@/charts/ChartBody';

import { RiskLevels } from './RiskLevels';
import classes from './RiskMatrix.module.css';
import { toHeatMap, useRiskMatrix } from './risk-matrix-data';

export interface RiskMatrixProps {
  formKey: string;
  fieldKey: string;
  /** The register's own name. */
  register: string;
  /** The field's own label, such as "Huidig risico". */
  label: string;
}

/** Where the risks are: likelihood upwards, impact to the right. */
export function RiskMatrix(props: RiskMatrixProps) {
  const { t } = useTranslation('dashboard');
  const matrix = useRiskMatrix(props.formKey, props.fieldKey);
  if (!matrix) return null;
  const { chart, data } = toHeatMap(matrix, props);
  return (
    <div className={classes.layout}>
      <div>
        <ChartBody
          chart={chart}
          register={{ key: props.formKey, name: props.register }}
          data={data}
        />
        <Text size="xs" c="dimmed" mt="xs">
          {t('risk.toList')}
        </Text>
      </div>
      <RiskLevels {...props} matrix={matrix} />
    </div>
  );
}
