import { Button } from '@mantine/core';
import { IconChartBar } from '@tabler/icons-react';
import { useQuery, useSuspenseQuery } from '@tanstack/react-query';
import { Link, getRouteApi } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';

import {
  type Chart,
  type ChartForm,
  chartFiguresQuery,
  formChartsQuery,
  toChartInput,
} from '@/charts/chart-documents';
import { ChartCard } from '@/charts/ChartCard';
import classes from '@/charts/charts.module.css';
import { AddToBoard } from '@/dashboard/boards/AddToBoard';
import pageClasses from '@/dashboard/DashboardPage.module.css';
import { EmptyState, ErrorState, LoadingState, PageHeader } from '@/design';

import { UnknownRegister } from '../UnknownRegister';

const route = getRouteApi('/authenticated/registers/$formKey/charts');

/** The charts a register brings itself. */
export function RegisterChartsPage() {
  const { formKey } = route.useParams();
  const { form } = useSuspenseQuery(formChartsQuery(formKey)).data;
  return form ? <RegisterCharts form={form} /> : <UnknownRegister />;
}

function RegisterCharts({ form }: { form: ChartForm }) {
  const { t } = useTranslation('charts');
  const { t: tDashboard } = useTranslation('dashboard');
  return (
    <div className={pageClasses.page}>
      <PageHeader
        title={t('title', { name: form.name })}
        description={form.charts.length > 0 && t('description')}
        breadcrumbs={[
          { label: form.name, link: { to: '/registers/$formKey', params: { formKey: form.key } } },
        ]}
      />
      {form.charts.length === 0 ? (
        <EmptyState
          icon={<IconChartBar size={24} />}
          title={t('none.title')}
          description={t('none.detail')}
          action={
            <Button renderRoot={(props) => <Link {...props} to="/dashboards/new" />}>
              {tDashboard('board.new')}
            </Button>
          }
        />
      ) : (
        <div className={classes.grid}>
          {form.charts.map((chart) => (
            <OwnChart key={chart.key} form={form} chart={chart} />
          ))}
        </div>
      )}
    </div>
  );
}

function OwnChart({ form, chart }: { form: ChartForm; chart: Chart }) {
  const { t } = useTranslation('charts');
  const { data, error, refetch } = useQuery(chartFiguresQuery(form.key, toChartInput(chart)));
  if (error) {
    return (
      <section className={classes.card} aria-label={chart.title}>
        <ErrorState error={error} onRetry={() => void refetch()} />
      </section>
    );
  }
  if (!data) {
    return (
      <section className={classes.card} aria-label={chart.title}>
        <LoadingState kind="list" rows={5} />
      </section>
    );
  }
  const figures = data.form?.chartData;
  if (!figures) {
    return (
      <section className={classes.card} aria-label={chart.title}>
        {t('compose.noFigures')}
      </section>
    );
  }
  return (
    <ChartCard
      chart={chart}
      register={form}
      data={figures}
      actions={<AddToBoard chart={chart} register={form} />}
    />
  );
}
