import { Button, Chip, Group, Stack, Text, UnstyledButton } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';

import { toneClass, toneOf } from '@/design';
import { useLanguage } from '@/i18n';
import { textIn } from '@/localized/local-text';

import { type DraftStep, cellsOf, setCell } from './criteria-draft';
import classes from './risk-criteria.module.css';
import type { CriteriaControl } from './useCriteria';

/** The level of every cell: choose a level, then click the cells that have it. */
export function MatrixEditor({ control }: { control: CriteriaControl }) {
  const { t } = useTranslation('riskCriteria');
  const language = useLanguage();
  const { draft } = control;
  const [chosen, setChosen] = useState<string | null>(null);
  // A level that is gone paints nothing; the highest is what people set most.
  const brush = draft.levels.find((level) => level.key === chosen) ?? draft.levels.at(-1);
  const nameOf = (step: DraftStep, place: number) => textIn(step.label, language) || `${place + 1}`;
  const cells = cellsOf(draft);
  const rows = draft.likelihood.map((step, place) => ({ step, place })).toReversed();
  return (
    <Stack gap="md">
      <Chip.Group value={brush?.key ?? ''} onChange={setChosen}>
        <Group gap="xs" role="radiogroup" aria-label={t('matrix.brush')}>
          {draft.levels.map((level) => (
            <Chip key={level.key} value={level.key} size="sm" variant="outline">
              {textIn(level.label, language) || level.key}
            </Chip>
          ))}
        </Group>
      </Chip.Group>
      <div className={classes.scroll}>
        <table className={classes.matrix} aria-label={t('matrix.title')}>
          <tbody>
            {rows.map(({ step, place: row }) => (
              <tr key={step.id}>
                <th scope="row">{nameOf(step, row)}</th>
                {draft.impact.map((column, place) => {
                  const level = draft.levels.find(({ key }) => key === cells[row]?.[place]);
                  const label = level ? textIn(level.label, language) || level.key : '–';
                  return (
                    <td key={column.id}>
                      <UnstyledButton
                        className={`${toneClass} ${classes.cell}`}
                        data-tone={toneOf(level?.colour)}
                        aria-label={t('matrix.cell', {
                          likelihood: nameOf(step, row),
                          impact: nameOf(column, place),
                          level: label,
                        })}
                        onClick={() => {
                          if (!brush) return;
                          const at = { likelihood: row, impact: place };
                          control.change((current) => setCell(current, at, brush.key));
                        }}
                      >
                        <span className={classes.score}>{(row + 1) * (place + 1)}</span>
                        <span className={classes.cellLabel}>{label}</span>
                      </UnstyledButton>
                    </td>
                  );
                })}
              </tr>
            ))}
            <tr>
              <th scope="row" className={classes.corner}>
                {t('matrix.axes')}
              </th>
              {draft.impact.map((step, place) => (
                <th key={step.id} scope="col">
                  {nameOf(step, place)}
                </th>
              ))}
            </tr>
          </tbody>
        </table>
      </div>
      <Group gap="sm">
        <Text fz="sm" c="dimmed">
          {t(draft.cells === null ? 'matrix.byScore' : 'matrix.byHand')}
        </Text>
        {draft.cells !== null && (
          <Button
            variant="default"
            size="compact-sm"
            onClick={() => {
              control.change((current) => ({ ...current, cells: null }));
            }}
          >
            {t('matrix.reset')}
          </Button>
        )}
      </Group>
    </Stack>
  );
}
