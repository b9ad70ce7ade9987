import type { Chart, ChartData, ChartRegister } from '../chart-documents';

/** What every kind of chart is drawn from. */
export interface ChartDrawingProps {
  chart: Chart;
  register: ChartRegister;
  data: ChartData;
  /** How wide it may be, in pixels. */
  width: number;
  /** The chart in one sentence. */
  label: string;
}
