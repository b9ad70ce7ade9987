import { Menu } from '@mantine/core';
import { useTranslation } from 'react-i18next';

import type { ViewControl } from './useViews';
import type { SavedView } from './view-documents';
import classes from './ViewMenu.module.css';

interface ViewItemsProps {
  views: ViewControl;
  onReset: () => void;
}

/** The list without a view has no id. */
const NO_VIEW = '';

/** The list without a view, then the viewer's own views and those everybody has. */
export function ViewItems({ views, onReset }: ViewItemsProps) {
  const { t } = useTranslation('records');
  const { active, own, shared, apply } = views;
  return (
    <Menu.RadioGroup
      value={active?.id ?? NO_VIEW}
      onChange={(id) => {
        const view = [...own, ...shared].find((one) => one.id === id);
        if (view) apply(view);
        else onReset();
      }}
    >
      <Menu.RadioItem value={NO_VIEW} closeMenuOnClick>
        {t('views.none')}
      </Menu.RadioItem>
      {own.length > 0 && <Menu.Label>{t('views.own')}</Menu.Label>}
      {own.map(toItem)}
      {shared.length > 0 && <Menu.Label>{t('views.shared')}</Menu.Label>}
      {shared.map(toItem)}
    </Menu.RadioGroup>
  );
}

const toItem = (view: SavedView) => (
  <Menu.RadioItem key={view.id} value={view.id} closeMenuOnClick>
    {view.name}
    {view.isShared && view.owner && <span className={classes.owner}>{view.owner.displayName}</span>}
  </Menu.RadioItem>
);
