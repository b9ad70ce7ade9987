import { ActionIcon, Menu } from '@mantine/core';
import { IconDownload, IconFileSpreadsheet, IconPhoto, IconVector } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';

import { notify } from '@/design';
import { useUserErrors, useDocumentMutation } from '@/graphql';
import { toLocale, useLanguage } from '@/i18n';
import { useAsOf, useLookedInto } from '@/looking-back/looked-at';

import {
  type Chart,
  type ChartData,
  type ChartRegister,
  ExportChartDocument,
  toChartInput,
} from '../chart-documents';
import { isBlank } from '../chart-words';
import { DRAWN } from '../ChartBody';
import { PictureMaker } from './PictureMaker';
import { fileNameOf, fromBase64, saveFile } from './save-file';

interface SaveMenuProps {
  chart: Chart;
  register: ChartRegister;
  data: ChartData;
}

/** Takes a chart along: as a picture, or its figures as a workbook. */
export function SaveMenu({ chart, register, data }: SaveMenuProps) {
  const { t } = useTranslation(['charts', 'exporting']);
  const [picture, setPicture] = useState<'png' | 'svg' | null>(null);
  const workbook = useWorkbook();
  const isInBackup = useLookedInto() !== null;
  const isDrawn = DRAWN[chart.kind] !== undefined && !isBlank(chart, data);
  return (
    <>
      <Menu position="bottom-end" shadow="md">
        <Menu.Target>
          <ActionIcon
            variant="subtle"
            color="gray"
            aria-label={t('save.of', { title: chart.title })}
            loading={picture !== null || workbook.isPending}
          >
            <IconDownload size={18} aria-hidden />
          </ActionIcon>
        </Menu.Target>
        <Menu.Dropdown>
          {isDrawn && (
            <>
              <Menu.Item
                leftSection={<IconPhoto size={16} aria-hidden />}
                onClick={() => {
                  setPicture('png');
                }}
              >
                {t('save.png')}
              </Menu.Item>
              <Menu.Item
                leftSection={<IconVector size={16} aria-hidden />}
                onClick={() => {
                  setPicture('svg');
                }}
              >
                {t('save.svg')}
              </Menu.Item>
            </>
          )}
          {isInBackup ? (
            <Menu.Label maw={260}>{t('exporting:notFromBackup')}</Menu.Label>
          ) : (
            <Menu.Item
              leftSection={<IconFileSpreadsheet size={16} aria-hidden />}
              onClick={() => void workbook.save(chart, register)}
            >
              {t('save.xlsx')}
            </Menu.Item>
          )}
        </Menu.Dropdown>
      </Menu>
      {picture && (
        <PictureMaker
          chart={chart}
          register={register}
          data={data}
          format={picture}
          onMade={(content) => {
            setPicture(null);
            if (content) saveFile(fileNameOf(chart.title, picture), content);
            else notify({ message: t('save.failed'), isError: true });
          }}
        />
      )}
    </>
  );
}

/** The figures as a workbook, which the server makes. */
function useWorkbook() {
  const language = useLanguage();
  const asOf = useAsOf();
  const { sentence } = useUserErrors();
  const { mutateAsync, isPending } = useDocumentMutation(ExportChartDocument);
  const save = async (chart: Chart, register: ChartRegister) => {
    try {
      const { exportChart } = await mutateAsync({
        input: {
          formKey: register.key,
          chart: toChartInput(chart),
          locale: toLocale(language),
          ...(asOf !== null && { asOf }),
        },
      });
      const { file, userErrors } = exportChart;
      if (file) saveFile(file.fileName, fromBase64(file.base64, file.mediaType));
      for (const error of userErrors) notify({ message: sentence(error), isError: true });
    } catch {
      // A toast has told of it.
    }
  };
  return { save, isPending };
}
