import { useSuspenseQuery } from '@tanstack/react-query';

import type { Chart, ChartData, ChartGroup } from '@/charts/chart-documents';
import { newChart } from '@/charts/compose/chart-rules';
import { type RiskMatrixQuery, documentQuery, graphql } from '@/graphql';
import { matrixCellKey } from '@/registers/list/condition';

const RiskMatrixDocument = graphql(`
  query RiskMatrix($formKey: String!, $fieldKey: String!) {
    form(key: $formKey) {
      id
      riskMatrix(fieldKey: $fieldKey) {
        likelihood
        impact
        score
        count
        level {
          key
          label
          colour
          minimumScore
        }
      }
      fields {
        key
        scale {
          likelihood {
            value
            label
          }
          impact {
            value
            label
          }
          levels {
            key
            label
            colour
            minimumScore
          }
        }
      }
    }
  }
`);

type MatrixForm = NonNullable<RiskMatrixQuery['form']>;
export type RiskCell = MatrixForm['riskMatrix'][number];
export type RiskScale = NonNullable<MatrixForm['fields'][number]['scale']>;

export interface RiskMatrixData {
  scale: RiskScale;
  cells: RiskCell[];
}

/** Null when the field has gone meanwhile. */
export function useRiskMatrix(formKey: string, fieldKey: string): RiskMatrixData | null {
  const { data } = useSuspenseQuery(documentQuery(RiskMatrixDocument, { formKey, fieldKey }));
  return toMatrix(data, fieldKey);
}

function toMatrix(data: RiskMatrixQuery, fieldKey: string): RiskMatrixData | null {
  const scale = data.form?.fields.find(({ key }) => key === fieldKey)?.scale;
  return data.form && scale ? { scale, cells: data.form.riskMatrix } : null;
}

/** The matrix as a chart, drawn as every other heat map. */
export function toHeatMap(
  { scale, cells }: RiskMatrixData,
  field: { fieldKey: string; label: string },
): { chart: Chart; data: ChartData } {
  const toGroup = ({ value, label }: RiskScale['impact'][number]): ChartGroup => ({
    key: String(value),
    label,
    colour: null,
    filter: null,
  });
  const { fieldKey, label } = field;
  return {
    chart: {
      ...newChart(),
      kind: 'HEAT_MAP',
      title: label,
      titleNl: label,
      titleEn: label,
      groupBy: null,
      field: fieldKey,
    },
    data: {
      groups: scale.likelihood.map(toGroup),
      series: scale.impact.map(toGroup),
      cells: cells.map(({ likelihood, impact, count, level }) => ({
        group: scale.likelihood.findIndex(({ value }) => value === likelihood),
        series: scale.impact.findIndex(({ value }) => value === impact),
        value: count,
        colour: level.colour,
        filter: { fields: [{ key: fieldKey, anyOf: [matrixCellKey(likelihood, impact)] }] },
      })),
      total: cells.reduce((sum, { count }) => sum + count, 0),
      clocks: [],
    },
  };
}

/** Records by level, the gravest first, levels without records included. */
export function countByLevel({ scale, cells }: RiskMatrixData) {
  return [...scale.levels]
    .sort((a, b) => b.minimumScore - a.minimumScore)
    .map((level) => ({
      level,
      count: cells
        .filter((cell) => cell.level.key === level.key)
        .reduce((sum, { count }) => sum + count, 0),
    }));
}

/** The scores of a level, bounds included; the highest level has no upper bound. */
export function scoreRange(
  scale: RiskScale,
  levelKey: string,
): { from: number; to: number | null } {
  const levels = [...scale.levels].sort((a, b) => a.minimumScore - b.minimumScore);
  const index = levels.findIndex(({ key }) => key === levelKey);
  const next = levels[index + 1];
  return { from: levels[index]?.minimumScore ?? 0, to: next ? next.minimumScore - 1 : null };
}
