import type { UpdateRiskCriteriaInput } from '@/graphql';
import type { Language } from '@/i18n';
import { type LocalText, NO_TEXT, fromServer, toTextInput } from '@/localized/local-text';

import type { RiskCriteria } from './criteria-documents';

export interface DraftStep {
  /** Tells rows apart while they are edited; never sent. */
  id: number;
  label: LocalText;
  help: LocalText;
}

export interface DraftLevel {
  key: string;
  label: LocalText;
  minimumScore: number;
  colour: string;
}

export type Axis = 'likelihood' | 'impact';

/** How risks are weighed, while it is changed. */
export interface CriteriaDraft {
  likelihood: DraftStep[];
  impact: DraftStep[];
  levels: DraftLevel[];
  /** Level keys, a row per step of likelihood; null while the scores decide. */
  cells: string[][] | null;
  acceptableKey: string | null;
}

export const FEWEST_STEPS = 2;
export const MOST_STEPS = 7;
export const MOST_LEVELS = 8;

/** The level of a score: the highest it reaches, else the lowest there is. */
export function levelOfScore(levels: readonly DraftLevel[], score: number): string {
  const rising = risingLevels(levels);
  const reached = rising.findLast((level) => score >= level.minimumScore);
  return (reached ?? rising[0])?.key ?? '';
}

/** The levels from low to high, as they are sent. */
export const risingLevels = (levels: readonly DraftLevel[]): DraftLevel[] =>
  levels.toSorted((a, b) => a.minimumScore - b.minimumScore);

type Shape = Pick<CriteriaDraft, 'likelihood' | 'impact' | 'levels'>;

const cellsByScore = ({ likelihood, impact, levels }: Shape): string[][] =>
  likelihood.map((_, row) =>
    impact.map((__, column) => levelOfScore(levels, (row + 1) * (column + 1))),
  );

/** The level of every cell; one that was set to a level that is gone goes by its score again. */
export function cellsOf(draft: CriteriaDraft): string[][] {
  const byScore = cellsByScore(draft);
  const known = new Set(draft.levels.map((level) => level.key));
  return byScore.map((row, likelihood) =>
    row.map((usual, impact) => {
      const chosen = draft.cells?.[likelihood]?.[impact];
      return chosen !== undefined && known.has(chosen) ? chosen : usual;
    }),
  );
}

/** One cell set by hand; the others stay as they are. */
export const setCell = (
  draft: CriteriaDraft,
  at: { likelihood: number; impact: number },
  levelKey: string,
): CriteriaDraft => ({
  ...draft,
  cells: cellsOf(draft).map((row, likelihood) =>
    likelihood === at.likelihood ? row.with(at.impact, levelKey) : row,
  ),
});

const nextId = (steps: readonly DraftStep[]) => Math.max(0, ...steps.map((step) => step.id)) + 1;

export const addStep = (draft: CriteriaDraft, axis: Axis): CriteriaDraft => ({
  ...draft,
  [axis]: [...draft[axis], { id: nextId(draft[axis]), label: NO_TEXT, help: NO_TEXT }],
});

/** Takes a step out of a scale, and its row or column out of the matrix. */
export function removeStep(draft: CriteriaDraft, axis: Axis, place: number): CriteriaDraft {
  const { cells } = draft;
  const left =
    axis === 'likelihood'
      ? cells?.toSpliced(place, 1)
      : cells?.map((row) => row.toSpliced(place, 1));
  return { ...draft, [axis]: draft[axis].toSpliced(place, 1), cells: left ?? null };
}

/** A level above the others. */
export function addLevel(draft: CriteriaDraft): CriteriaDraft {
  const keys = draft.levels.map((level) => level.key);
  let number = keys.length + 1;
  while (keys.includes(`level_${number}`)) number += 1;
  const highest = Math.max(0, ...draft.levels.map((level) => level.minimumScore));
  const level = {
    key: `level_${number}`,
    label: NO_TEXT,
    minimumScore: highest + 1,
    colour: 'red',
  };
  return { ...draft, levels: [...draft.levels, level] };
}

export const removeLevel = (draft: CriteriaDraft, key: string): CriteriaDraft => ({
  ...draft,
  levels: draft.levels.filter((level) => level.key !== key),
  acceptableKey: draft.acceptableKey === key ? null : draft.acceptableKey,
});

/** The criteria in both languages, as the viewer's screen edits them. */
export function draftOf(
  { nl, en }: Record<Language, RiskCriteria>,
  language: Language,
): CriteriaDraft {
  const both = (dutch: string, english: string | undefined) =>
    fromServer(dutch, english ?? dutch, language);
  const steps = (axis: Axis) =>
    nl.scale[axis].map((step, place) => {
      const translated = en.scale[axis][place];
      return {
        id: place + 1,
        label: both(step.label, translated?.label),
        help: both(step.help, translated?.help),
      };
    });
  const shape = {
    likelihood: steps('likelihood'),
    impact: steps('impact'),
    levels: nl.scale.levels.map((level, place) => ({
      key: level.key,
      label: both(level.label, en.scale.levels[place]?.label),
      minimumScore: level.minimumScore,
      colour: level.colour,
    })),
  };
  const cells = nl.scale.cells.map((row) => row.map((level) => level.key));
  const isByScore = JSON.stringify(cells) === JSON.stringify(cellsByScore(shape));
  return {
    ...shape,
    cells: isByScore ? null : cells,
    acceptableKey: nl.acceptableLevel?.key ?? null,
  };
}

/** The draft as the server takes it: levels rising, every cell by name. */
export function toInput(draft: CriteriaDraft, version: number): UpdateRiskCriteriaInput {
  const steps = (axis: Axis) =>
    draft[axis].map((step) => ({ label: toTextInput(step.label), help: toTextInput(step.help) }));
  return {
    version,
    likelihood: steps('likelihood'),
    impact: steps('impact'),
    levels: risingLevels(draft.levels).map((level) => ({
      ...level,
      label: toTextInput(level.label),
    })),
    cells: cellsOf(draft),
    acceptableLevelKey: draft.acceptableKey,
  };
}

export const isSame = (a: CriteriaDraft, b: CriteriaDraft): boolean =>
  JSON.stringify(toInput(a, 0)) === JSON.stringify(toInput(b, 0));
