export { ConfirmDialog, type ConfirmDialogProps } from './feedback/ConfirmDialog';
export { Logo, LogoMark } from './Logo';
export { DialogPattern, type DialogPatternProps } from './feedback/DialogPattern';
export { EmptyState, type EmptyStateProps } from './feedback/EmptyState';
export { FormDialog, type FormDialogProps } from './feedback/FormDialog';
export { notify, type Notice } from './feedback/notify';
export { ErrorState, type ErrorStateProps } from './feedback/ErrorState';
export { LoadingState, type LoadingStateProps } from './feedback/LoadingState';
export { ProgressDialog, type ProgressDialogProps } from './feedback/ProgressDialog';
export { ChoiceFilter, type ChoiceFilterProps } from './filter/ChoiceFilter';
export { SearchBox, type SearchBoxProps } from './filter/SearchBox';
export { TablerIcon, type TablerIconProps } from './icons/TablerIcon';
export { focusFirstError } from './page/focus-first-error';
export { FormErrors, FormPage, type FormPageProps } from './page/FormPage';
export { ListSection, type ListSectionProps } from './page/ListSection';
export { ListPage, type ListPageProps } from './page/ListPage';
export { type Breadcrumb, PageHeader, type PageHeaderProps } from './page/PageHeader';
export { PageTitle } from './page/PageTitle';
export { PlainPage, type PlainPageProps } from './page/PlainPage';
export { RecordPage, type RecordPageProps } from './page/RecordPage';
export {
  SettingsPage,
  type SettingsPageProps,
  SettingsSection,
  type SettingsSectionProps,
} from './page/SettingsPage';
export { Strip, type StripProps } from './page/Strip';
export { type DataColumn, DataTable, type DataTableProps } from './table/DataTable';
export { PrintHeader, type PrintHeaderProps } from './print/PrintHeader';
export { DateText, type DateTextProps } from './text/DateText';
export { Facts, type FactsProps } from './text/Facts';
export { FieldLabel, type FieldLabelProps } from './text/FieldLabel';
export { HelpButton, type HelpButtonProps } from './text/HelpButton';
export { IconBadge, type IconBadgeProps } from './text/IconBadge';
export { LevelBadge, type LevelBadgeProps } from './text/LevelBadge';
export { RelativeTime } from './text/RelativeTime';
export { StatusBadge, type StatusBadgeProps } from './text/StatusBadge';
export { Swatch } from './text/Swatch';
export { ToneMenu, type ToneMenuProps } from './text/ToneMenu';
export { ToneSelect, type ToneSelectProps } from './text/ToneSelect';
export { type Tone, toneClass, toneOf } from './text/tone';
