import { Button, Radio, SegmentedControl, Select, Stack, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';

import { useRegisterMenu } from '@/app/registers';
import { type Chart, formChartsQuery } from '@/charts/chart-documents';
import { askedTests, fitted, newChart } from '@/charts/compose/chart-rules';
import { ChartComposer } from '@/charts/compose/ChartComposer';
import { ChartPreview } from '@/charts/compose/ChartPreview';
import { useChartWords } from '@/charts/compose/useChartWords';
import { DialogPattern } from '@/design';
import { useLanguage } from '@/i18n';
import { textOf } from '@/localized/local-text';
import { newId } from '@/forms/draft/new-parts';
import { type RegisterForm, registerFormQuery } from '@/registers/register-form';

import { type DraftCard, usualWidth } from './board-draft';
import classes from './boards.module.css';

/** A chart that the register brings, or one that is put together here. */
type Way = 'own' | 'compose';

interface CardDialogProps {
  /** The card that is changed; null for a new one. */
  card: DraftCard | null;
  errorAt: (part: string) => string | undefined;
  onClose: () => void;
  onDone: (card: DraftCard) => void;
}

/** Chooses a chart for a dashboard: one that a register brings, or one of one's own making. */
export function CardDialog({ card, errorAt, onClose, onDone }: CardDialogProps) {
  const { t } = useTranslation(['dashboard', 'app']);
  const registers = useRegisterMenu();
  const [formKey, setFormKey] = useState(card?.register.key ?? null);
  const [chosen, setChosen] = useState<Chart | null>(card?.chart ?? null);
  const [chosenWay, setWay] = useState<Way | null>(card ? 'compose' : null);
  const asked = { enabled: formKey !== null };
  const form = useQuery({ ...registerFormQuery(formKey ?? ''), ...asked }).data?.form;
  const own = useQuery({ ...formChartsQuery(formKey ?? ''), ...asked }).data?.form?.charts;
  const way = chosenWay ?? (own?.length === 0 ? 'compose' : 'own');
  const chart = chosen ?? (way === 'compose' && form ? fitted(newChart(), form) : null);
  const finish = useFinish(form ?? null);
  return (
    <DialogPattern
      opened
      onClose={onClose}
      size="70rem"
      title={t(card ? 'card.change' : 'card.add')}
      footer={
        <>
          <Button variant="default" onClick={onClose}>
            {t('app:action.cancel')}
          </Button>
          <Button
            disabled={!chart || !form}
            onClick={() => {
              if (!chart || !form) return;
              onDone({
                id: card?.id ?? newId(),
                register: form,
                chart: finish(chart),
                width: card?.width ?? usualWidth(chart),
              });
            }}
          >
            {t(card ? 'card.keep' : 'card.put')}
          </Button>
        </>
      }
    >
      <div className={classes.compose}>
        <Stack gap="md">
          <Select
            label={t('card.register')}
            placeholder={t('card.chooseRegister')}
            data={registers.map(({ key, name }) => ({ value: key, label: name }))}
            value={formKey}
            searchable
            allowDeselect={false}
            disabled={card !== null}
            data-autofocus={card === null || undefined}
            onChange={(key) => {
              setFormKey(key);
              setChosen(null);
              setWay(null);
            }}
          />
          {form && own && own.length > 0 && <WayChoice way={way} onChange={setWay} />}
          {form && own && way === 'own' && (
            <OwnCharts charts={own} chart={chart} onChange={setChosen} />
          )}
          {form && way === 'compose' && chart && (
            <ChartComposer form={form} chart={chart} onChange={setChosen} errorAt={errorAt} />
          )}
        </Stack>
        <div className={classes.pane} aria-live="polite">
          <Text fw={600} mb="sm">
            {t('card.preview')}
          </Text>
          {chart && form ? (
            <ChartPreview chart={finish(chart)} register={form} />
          ) : (
            <Text c="dimmed" size="sm">
              {t('card.noPreview')}
            </Text>
          )}
        </div>
      </div>
    </DialogPattern>
  );
}

/** The chart as it goes on the dashboard: with a title, and without tests that ask nothing. */
function useFinish(form: RegisterForm | null) {
  const language = useLanguage();
  const { titleOf } = useChartWords(form ?? { fields: [] });
  return (chart: Chart): Chart => {
    const asked = askedTests(chart);
    if (chart.titleNl.trim() !== '' || chart.titleEn.trim() !== '') return asked;
    const title = titleOf(chart);
    const { nl, en } = textOf(title, language);
    return { ...asked, title, titleNl: nl, titleEn: en };
  };
}

interface WayChoiceProps {
  way: Way;
  onChange: (way: Way) => void;
}

function WayChoice({ way, onChange }: WayChoiceProps) {
  const { t } = useTranslation('dashboard');
  return (
    <SegmentedControl
      fullWidth
      aria-label={t('card.how')}
      value={way}
      onChange={onChange}
      data={[
        { value: 'own', label: t('card.own') },
        { value: 'compose', label: t('card.compose') },
      ]}
    />
  );
}

interface OwnChartsProps {
  charts: readonly Chart[];
  chart: Chart | null;
  onChange: (chart: Chart | null) => void;
}

function OwnCharts({ charts, chart, onChange }: OwnChartsProps) {
  const { t } = useTranslation(['dashboard', 'charts']);
  return (
    <Radio.Group
      label={t('card.ownLabel')}
      value={charts.find(({ key }) => key === chart?.key)?.key ?? null}
      onChange={(key) => {
        onChange(charts.find((one) => one.key === key) ?? null);
      }}
    >
      <div className={classes.choices}>
        {charts.map(({ key, title, kind }) => (
          <Radio key={key} value={key} label={title} description={t(`charts:kind.${kind}`)} />
        ))}
      </div>
    </Radio.Group>
  );
}
