import { type FormChartsQuery, documentQuery, graphql } from '@/graphql';
import type { ChartDataPartsFragment, ChartInput, ChartPartsFragment } from '@/graphql';

graphql(`
  fragment ChartParts on Chart {
    key
    title
    titleNl: title(locale: NL)
    titleEn: title(locale: EN)
    kind
    groupBy
    splitBy
    interval
    measure
    measureField
    field
    isOpenOnly
    tests {
      fieldKey
      anyOf
      isFilled
      from
      to
    }
  }
`);

graphql(`
  fragment ChartDataParts on ChartData {
    groups {
      key
      label
      colour
      filter
    }
    series {
      key
      label
      colour
      filter
    }
    cells {
      group
      series
      value
      colour
      filter
    }
    total
    clocks {
      record {
        id
        number
        code
        title
      }
      dueAt
      state
    }
  }
`);

graphql(`
  fragment ChartFormParts on Form {
    id
    key
    name
    icon
  }
`);

const FormChartsDocument = graphql(`
  query FormCharts($key: String!) {
    form(key: $key) {
      ...ChartFormParts
      charts {
        ...ChartParts
      }
    }
  }
`);

const ChartFiguresDocument = graphql(`
  query DashboardFigures($key: String!, $chart: ChartInput!) {
    form(key: $key) {
      id
      chartData(chart: $chart) {
        ...ChartDataParts
      }
    }
  }
`);

export const ExportChartDocument = graphql(`
  mutation ExportChart($input: ExportChartInput!) {
    exportChart(input: $input) {
      file {
        fileName
        mediaType
        base64
      }
      userErrors {
        code
        path
        params
      }
    }
  }
`);

/** What to draw of one register. */
export type Chart = ChartPartsFragment;
/** The figures that are drawn. */
export type ChartData = ChartDataPartsFragment;
export type ChartGroup = ChartData['groups'][number];
/** What a chart must know of the register it is of. */
export type ChartForm = NonNullable<FormChartsQuery['form']>;
export type ChartRegister = Pick<ChartForm, 'key' | 'name'>;

/** The charts a register brings itself. */
export const formChartsQuery = (key: string) => documentQuery(FormChartsDocument, { key });

/** The figures of any chart of a register, also of one nobody has kept yet. */
export const chartFiguresQuery = (key: string, chart: ChartInput) =>
  documentQuery(ChartFiguresDocument, { key, chart });

/** The chart as the server takes it. */
export const toChartInput = (chart: Chart): ChartInput => ({
  title: { nl: chart.titleNl, en: chart.titleEn },
  kind: chart.kind,
  groupBy: chart.groupBy,
  splitBy: chart.splitBy,
  interval: chart.interval,
  measure: chart.measure,
  measureField: chart.measureField,
  field: chart.field,
  isOpenOnly: chart.isOpenOnly,
  tests: chart.tests,
});
