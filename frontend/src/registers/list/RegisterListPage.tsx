import { Button } from '@mantine/core';
import { useMediaQuery } from '@mantine/hooks';
import {
  IconArchive,
  IconChartBar,
  IconFileUpload,
  IconFilterOff,
  IconForms,
  IconLock,
  IconPlus,
  IconTrash,
} from '@tabler/icons-react';
import { useQuery, useSuspenseQuery } from '@tanstack/react-query';
import { Link, getRouteApi } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';

import { Pager } from '@/app/Pager';
import { useViewer } from '@/auth/session';
import { EmptyState, ErrorState, ListPage, LoadingState, PageHeader, TablerIcon } from '@/design';
import { ExportButton } from '@/exporting/ExportButton';

import { type RegisterForm, registerFormQuery } from '../register-form';
import { SelectionBar } from '../selection/SelectionBar';
import { type RowSelection, useSelection } from '../selection/useSelection';
import { useTakingFrom } from '../taking/useTakingFrom';
import { TotalsList } from '../totals/TotalsRow';
import { type Totals, useTotals } from '../totals/useTotals';
import { RegisterPrintHeader } from '../RegisterPrintHeader';
import { UnknownRegister } from '../UnknownRegister';
import { ListToolbar } from './ListToolbar';
import { isNarrowed } from './list-state';
import { RecordCards } from './RecordCards';
import { type ListedRecord, type RecordPage, recordsQuery } from './records-query';
import { RegisterTable } from './RegisterTable';
import { type ColumnChoice, useColumns } from './useColumns';
import { type ListControl, useListState } from './useListState';

const route = getRouteApi('/authenticated/registers/$formKey');

const NO_RECORDS: readonly ListedRecord[] = [];

export function RegisterListPage() {
  const { formKey } = route.useParams();
  const { form } = useSuspenseQuery(registerFormQuery(formKey)).data;
  // Keyed: what was typed in one register has no meaning in the next.
  return form ? <RegisterList key={form.key} form={form} /> : <UnknownRegister />;
}

function RegisterList({ form }: { form: RegisterForm }) {
  const control = useListState();
  const columns = useColumns(form, control);
  const fieldKeys = columns.shown.filter((column) => column.field).map((column) => column.id);
  const { data, error, isPlaceholderData, refetch } = useQuery(
    recordsQuery(form.key, control.state, fieldKeys),
  );
  const page = data?.form?.records;
  const totals = useTotals(form.key, control, columns.shown);
  const selection = useSelection(
    control.state,
    page?.nodes ?? NO_RECORDS,
    useTakingFrom() !== null,
  );
  const isEmptyRegister =
    page?.totalCount === 0 && !isNarrowed(control.state) && control.state.part === 'ACTIVE';

  return (
    <ListPage
      header={
        <>
          <RegisterPrintHeader register={form.name} />
          <PageHeader
            title={form.name}
            help={form.help}
            actions={
              <ListActions
                form={form}
                control={control}
                columns={columns}
                total={page?.totalCount ?? 0}
              />
            }
          />
        </>
      }
      toolbar={!isEmptyRegister && <ListToolbar form={form} control={control} columns={columns} />}
      footer={
        page &&
        page.nodes.length > 0 && (
          <>
            <SelectionBar form={form} selection={selection} />
            <Pager control={control} page={page} />
          </>
        )
      }
    >
      {error ? (
        <ErrorState error={error} onRetry={() => void refetch()} />
      ) : page ? (
        <Results
          form={form}
          page={page}
          control={control}
          columns={columns}
          isStale={isPlaceholderData}
          selection={selection.rows}
          totals={totals}
        />
      ) : (
        <LoadingState kind="list" rows={12} />
      )}
    </ListPage>
  );
}

interface ResultsProps {
  form: RegisterForm;
  page: RecordPage;
  control: ListControl;
  columns: ColumnChoice;
  isStale: boolean;
  selection: RowSelection | null;
  totals: Totals;
}

function Results(props: ResultsProps) {
  const { form, page, control, columns, isStale, selection, totals } = props;
  const isNarrow = useMediaQuery('(max-width: 37.4375em)', undefined, {
    getInitialValueInEffect: false,
  });
  if (page.nodes.length === 0) return <NothingToShow form={form} control={control} />;
  if (isNarrow) {
    return (
      <>
        <RecordCards
          formKey={form.key}
          label={form.name}
          records={page.nodes}
          columns={columns.shown}
          selection={selection}
        />
        <TotalsList columns={columns.shown} totals={totals} />
      </>
    );
  }
  return (
    <RegisterTable
      form={form}
      records={page.nodes}
      columns={columns.shown}
      sort={control.state.sort}
      isStale={isStale}
      selection={selection}
      totals={totals}
      onSort={(sort) => {
        control.change({ sort });
      }}
    />
  );
}

function NothingToShow({ form, control }: { form: RegisterForm; control: ListControl }) {
  const { t } = useTranslation(['registers', 'records']);
  if (isNarrowed(control.state)) {
    return (
      <EmptyState
        icon={<IconFilterOff size={24} />}
        title={t('list.nothingFound.title')}
        description={t('list.nothingFound.detail')}
        action={
          <Button
            variant="default"
            onClick={() => {
              control.change({ search: '', statusKeys: [], conditions: [] });
            }}
          >
            {t('filter.clearAll')}
          </Button>
        }
      />
    );
  }
  const { part } = control.state;
  if (part !== 'ACTIVE') {
    return (
      <EmptyState
        icon={part === 'ARCHIVED' ? <IconArchive size={24} /> : <IconTrash size={24} />}
        title={t(`records:part.empty.${part}.title`)}
        description={t(`records:part.empty.${part}.detail`)}
      />
    );
  }
  return (
    <EmptyState
      icon={<TablerIcon name={form.icon} size={24} />}
      title={t('list.empty.title')}
      description={form.help || t('list.empty.detail')}
      action={form.viewerCanCreate && <NewRecordButton form={form} />}
    />
  );
}

interface ListActionsProps {
  form: RegisterForm;
  control: ListControl;
  columns: ColumnChoice;
  total: number;
}

function ListActions({ form, control, columns, total }: ListActionsProps) {
  const { t } = useTranslation('registers');
  const { canManageForms } = useViewer();
  return (
    <>
      <Button
        variant="default"
        leftSection={<IconChartBar size={16} aria-hidden />}
        renderRoot={(props) => (
          <Link {...props} to="/registers/$formKey/charts" params={{ formKey: form.key }} />
        )}
      >
        {t('list.charts')}
      </Button>
      {canManageForms && (
        <Button
          variant="default"
          leftSection={<IconLock size={16} aria-hidden />}
          renderRoot={(props) => (
            <Link {...props} to="/registers/$formKey/access" params={{ formKey: form.key }} />
          )}
        >
          {t('list.access')}
        </Button>
      )}
      {form.viewerCanDesign && (
        <Button
          variant="default"
          leftSection={<IconForms size={16} aria-hidden />}
          renderRoot={(props) => (
            <Link {...props} to="/registers/$formKey/design" params={{ formKey: form.key }} />
          )}
        >
          {t('list.design')}
        </Button>
      )}
      {form.viewerCanImport && (
        <Button
          variant="default"
          leftSection={<IconFileUpload size={16} aria-hidden />}
          renderRoot={(props) => (
            <Link {...props} to="/registers/$formKey/import" params={{ formKey: form.key }} />
          )}
        >
          {t('list.import')}
        </Button>
      )}
      {form.viewerCanExport && (
        <ExportButton
          form={form}
          state={control.state}
          columns={columns.shown.map((column) => column.id)}
          total={total}
        />
      )}
      {form.viewerCanCreate && <NewRecordButton form={form} />}
    </>
  );
}

function NewRecordButton({ form }: { form: RegisterForm }) {
  const { t } = useTranslation('registers');
  return (
    <Button
      leftSection={<IconPlus size={16} aria-hidden />}
      renderRoot={(props) => (
        <Link {...props} to="/registers/$formKey/new" params={{ formKey: form.key }} />
      )}
    >
      {t('list.new', { name: form.singularName.toLocaleLowerCase() })}
    </Button>
  );
}
