import { useEffect, useEffectEvent, useRef } from 'react';
import { createPortal } from 'react-dom';
import { useTranslation } from 'react-i18next';

import { useLanguage } from '@/i18n';

import type { Chart, ChartData, ChartRegister } from '../chart-documents';
import { chartSummary } from '../chart-words';
import { DRAWN } from '../ChartBody';
import classes from './picture.module.css';
import { toPicture, toPng, toSvgText } from './picture';

/** Wide enough for names beside the bars, narrow enough for a page of text. */
const WIDTH = 720;

interface PictureMakerProps {
  chart: Chart;
  register: ChartRegister;
  data: ChartData;
  format: 'png' | 'svg';
  /** Null when the browser could not. */
  onMade: (content: Blob | null) => void;
}

/** Draws the chart once more, out of sight and as wide as a page. */
export function PictureMaker({ chart, register, data, format, onMade }: PictureMakerProps) {
  const { t } = useTranslation('charts');
  const language = useLanguage();
  const host = useRef<HTMLDivElement>(null);
  const Drawn = DRAWN[chart.kind];
  const make = useEffectEvent(async () => {
    const drawing = host.current?.querySelector('svg');
    if (!drawing) {
      onMade(null);
      return;
    }
    try {
      const picture = toPicture(drawing, `${register.name}: ${chart.title}`);
      onMade(
        format === 'png'
          ? await toPng(picture)
          : new Blob([toSvgText(picture)], { type: 'image/svg+xml;charset=utf-8' }),
      );
    } catch {
      onMade(null);
    }
  });
  useEffect(() => {
    void make();
  }, []);
  return createPortal(
    <div ref={host} className={classes.host} aria-hidden inert>
      {Drawn && (
        <Drawn
          chart={chart}
          register={register}
          data={data}
          width={WIDTH}
          label={chartSummary(chart, data, { t, language })}
        />
      )}
    </div>,
    document.body,
  );
}
