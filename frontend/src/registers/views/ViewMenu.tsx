import { Badge, Button, Menu, ScrollArea } from '@mantine/core';
import {
  IconArrowBackUp,
  IconBookmark,
  IconChevronDown,
  IconDeviceFloppy,
  IconPencil,
  IconPlus,
  IconTrash,
} from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';

import { ConfirmDialog, FormErrors, notify } from '@/design';

import { decodeListState } from '../list/list-state';
import type { ColumnChoice } from '../list/useColumns';
import type { ListControl } from '../list/useListState';
import type { RegisterForm } from '../register-form';
import { useViews } from './useViews';
import { ViewDialog } from './ViewDialog';
import { ViewItems } from './ViewItems';
import classes from './ViewMenu.module.css';

interface ViewMenuProps {
  form: RegisterForm;
  control: ListControl;
  columns: ColumnChoice;
}

type Dialog = 'add' | 'rename' | 'delete';

/** Views of the list: the viewer's own and those everybody has, and what is done with them. */
export function ViewMenu({ form, control, columns }: ViewMenuProps) {
  const { t } = useTranslation('records');
  const views = useViews(form, control, columns);
  const [dialog, setDialog] = useState<Dialog | null>(null);
  const { active, isChanged } = views;
  const close = () => {
    setDialog(null);
    views.save.reset();
  };
  const open = (next: Dialog) => () => {
    setDialog(next);
  };

  const overwrite = async () => {
    if (active && (await views.overwrite(active))) {
      notify({ message: t('views.saved', { name: active.name }) });
    }
  };
  const remove = async () => {
    if (!active || !(await views.remove(active))) return;
    notify({
      message: t('views.deleted', { name: active.name }),
      action: { label: t('lifecycle.undo'), onClick: () => void views.bringBack(active) },
    });
    close();
  };

  return (
    <>
      <Menu position="bottom-start" shadow="md" width={310}>
        <Menu.Target>
          <Button
            variant={active ? 'light' : 'default'}
            leftSection={<IconBookmark size={16} aria-hidden />}
            rightSection={
              isChanged ? (
                <Badge size="sm" variant="default" className={classes.changed}>
                  {t('views.changed')}
                </Badge>
              ) : (
                <IconChevronDown size={14} aria-hidden />
              )
            }
            classNames={{ label: classes.name }}
          >
            {active?.name ?? t('views.button')}
          </Button>
        </Menu.Target>
        <Menu.Dropdown>
          <ScrollArea.Autosize mah={320} type="auto">
            <ViewItems
              views={views}
              onReset={() => {
                const { pageSize } = control.state;
                control.change({ ...decodeListState({}), pageSize });
              }}
            />
          </ScrollArea.Autosize>
          <Menu.Divider />
          {active && isChanged && (
            <Menu.Item
              leftSection={<IconArrowBackUp size={16} aria-hidden />}
              onClick={() => {
                views.apply(active);
              }}
            >
              {t('views.revert')}
            </Menu.Item>
          )}
          {active?.viewerCanEdit && isChanged && (
            <Menu.Item
              leftSection={<IconDeviceFloppy size={16} aria-hidden />}
              onClick={() => void overwrite()}
            >
              {t('views.overwrite')}
            </Menu.Item>
          )}
          <Menu.Item leftSection={<IconPlus size={16} aria-hidden />} onClick={open('add')}>
            {t('views.addItem')}
          </Menu.Item>
          {active?.viewerCanEdit && (
            <>
              <Menu.Item
                leftSection={<IconPencil size={16} aria-hidden />}
                onClick={open('rename')}
              >
                {t('views.renameItem')}
              </Menu.Item>
              <Menu.Item
                color="red.8"
                leftSection={<IconTrash size={16} aria-hidden />}
                onClick={open('delete')}
              >
                {t('views.deleteItem')}
              </Menu.Item>
            </>
          )}
        </Menu.Dropdown>
      </Menu>
      {dialog === 'add' && <ViewDialog views={views} view={null} onClose={close} />}
      {dialog === 'rename' && active && <ViewDialog views={views} view={active} onClose={close} />}
      {dialog === 'delete' && active && (
        <ConfirmDialog
          opened
          isDanger
          isPending={views.isRemoving}
          onClose={close}
          onConfirm={() => void remove()}
          title={t('views.deleteTitle', { name: active.name })}
          confirmLabel={t('views.deleteConfirm')}
          message={
            <>
              <FormErrors errors={views.removeErrors} />
              {t(active.isShared ? 'views.deleteShared' : 'views.deleteOwn')}
            </>
          }
        />
      )}
    </>
  );
}
