import { ActionIcon, Menu } from '@mantine/core';
import { IconCopy, IconDots, IconPrinter } from '@tabler/icons-react';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';

import type { RecordDetail } from '../record/record-query';
import type { RegisterForm } from '../register-form';
import { LifecycleDialog } from './LifecycleDialog';
import { STEP_ICONS } from './step-icons';
import { type AskedStep, isAsked, stepsOf } from './steps';
import { useDuplicate } from './useDuplicate';
import { useLifecycle } from './useLifecycle';

/** What is done less often with a record: copying, printing, putting away, throwing away. */
export function RecordMenu({ form, record }: { form: RegisterForm; record: RecordDetail }) {
  const { t } = useTranslation('records');
  const navigate = useNavigate();
  const { take, isPending } = useLifecycle();
  const duplicate = useDuplicate(form.key);
  const [asking, setAsking] = useState<AskedStep | null>(null);

  const toList = () => void navigate({ to: '/registers/$formKey', params: { formKey: form.key } });
  const confirm = async (step: AskedStep) => {
    // The page may be gone for the viewer: to the list before it is asked anew.
    if (await take(step, [record], toList)) return;
    setAsking(null);
  };

  return (
    <>
      <Menu position="bottom-end" shadow="md">
        <Menu.Target>
          <ActionIcon
            variant="default"
            size={36}
            aria-label={t('menu.more')}
            loading={isPending || duplicate.isPending}
          >
            <IconDots size={18} aria-hidden />
          </ActionIcon>
        </Menu.Target>
        <Menu.Dropdown>
          {form.viewerCanCreate && (
            <Menu.Item
              leftSection={<IconCopy size={16} aria-hidden />}
              onClick={() => void duplicate.run(record)}
            >
              {t('menu.duplicate')}
            </Menu.Item>
          )}
          <Menu.Item
            leftSection={<IconPrinter size={16} aria-hidden />}
            onClick={() => {
              // Once the menu is closed, so that it is not on the paper.
              setTimeout(() => {
                window.print();
              }, PRINT_DELAY_MS);
            }}
          >
            {t('menu.print')}
          </Menu.Item>
          {stepsOf(record).map((step) => {
            const Icon = STEP_ICONS[step];
            return (
              <Menu.Item
                key={step}
                color={isAsked(step) ? 'red.8' : undefined}
                leftSection={<Icon size={16} aria-hidden />}
                onClick={() => {
                  if (isAsked(step)) setAsking(step);
                  else void take(step, [record]);
                }}
              >
                {t(`lifecycle.${step}.action`)}
              </Menu.Item>
            );
          })}
        </Menu.Dropdown>
      </Menu>
      {asking && (
        <LifecycleDialog
          step={asking}
          records={[record]}
          isPending={isPending}
          onClose={() => {
            setAsking(null);
          }}
          onConfirm={() => void confirm(asking)}
        />
      )}
    </>
  );
}

const PRINT_DELAY_MS = 200;
