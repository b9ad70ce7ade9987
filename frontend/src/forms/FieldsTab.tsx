import { Button } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';

import { DialogPattern } from '@/design';

import { Canvas } from './canvas/Canvas';
import { DesignArea } from './canvas/DesignArea';
import { Palette } from './canvas/Palette';
import classes from './designer.module.css';
import { Names } from './general/Names';
import { PropertiesPane } from './properties/PropertiesPane';

interface FieldsTabProps {
  isWide: boolean;
  isNew: boolean;
}

/** Kinds, form and properties side by side; on a narrow screen the form alone. */
export function FieldsTab({ isWide, isNew }: FieldsTabProps) {
  return (
    <DesignArea>
      <div className={classes.panes} data-wide={isWide}>
        {isWide && (
          <div className={classes.side}>
            <Palette />
          </div>
        )}
        <div className={classes.middle}>
          {isNew && (
            <div className={classes.names}>
              <Names isStart />
            </div>
          )}
          {!isWide && <KindDialog />}
          <Canvas />
        </div>
        {isWide && (
          <div className={classes.side}>
            <PropertiesPane />
          </div>
        )}
      </div>
    </DesignArea>
  );
}

/** The palette in a dialog, where there is no room for it. */
function KindDialog() {
  const { t } = useTranslation('forms');
  const [isOpen, setIsOpen] = useState(false);
  return (
    <>
      <Button
        variant="default"
        mb="sm"
        leftSection={<IconPlus size={16} aria-hidden />}
        onClick={() => {
          setIsOpen(true);
        }}
      >
        {t('palette.add')}
      </Button>
      <DialogPattern
        opened={isOpen}
        onClose={() => {
          setIsOpen(false);
        }}
        title={t('palette.add')}
      >
        <Palette
          onAdd={() => {
            setIsOpen(false);
          }}
        />
      </DialogPattern>
    </>
  );
}
