import { IconCalendar, IconChevronDown, IconUpload } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';

import { LevelBadge } from '@/design';
import type { Language } from '@/i18n';
import { textIn } from '@/localized/local-text';
import { useValueWords } from '@/registers/value/useValueWords';

import type { DraftField } from '../draft/form-draft';
import classes from './canvas.module.css';

/** So many choices are drawn. */
const CHOICES_DRAWN = 5;

interface SketchProps {
  field: DraftField;
  language: Language;
}

/** How a field will look, drawn and not to be used; its name says what it is. */
export function FieldSketch({ field, language }: SketchProps) {
  const help = textIn(field.help, language);
  return (
    <div className={classes.sketch} aria-hidden>
      {help && <span className={classes.hint}>{help}</span>}
      <Drawing field={field} language={language} />
    </div>
  );
}

function Drawing({ field, language }: SketchProps) {
  const { t } = useTranslation('forms');
  const { answers } = useValueWords();
  const unit = textIn(field.unit, language);
  switch (field.kind) {
    case 'TEXT':
      return <Box isTall={field.isMultiline} />;
    case 'RICH_TEXT':
      return (
        <Box isTall>
          <span>
            <b>B</b> <i>I</i> <u>U</u>
          </span>
        </Box>
      );
    case 'NUMBER':
      return <Box isShort>{unit}</Box>;
    case 'DATE':
    case 'DATE_TIME':
      return (
        <Box isShort>
          {t(field.kind === 'DATE' ? 'sketch.day' : 'sketch.moment')}
          <IconCalendar size={14} />
        </Box>
      );
    case 'YES_NO_NA':
      return <Marks isRound labels={Object.values(answers)} />;
    case 'CHECKLIST':
      return <Marks labels={labelsOf(field, language)} />;
    case 'CHOICE':
      return <Choices field={field} language={language} />;
    case 'FILE':
      return (
        <Box isDashed>
          <IconUpload size={14} />
          {t('sketch.file')}
        </Box>
      );
    case 'WEB_LINK':
      return <Box>https://</Box>;
    case 'COMPUTED':
      return <code className={classes.formula}>{field.expression || t('sketch.computed')}</code>;
    case 'AUTO_NUMBER':
      return (
        <code className={classes.formula}>
          {field.prefix}
          {'1'.padStart(field.digits, '0')}
        </code>
      );
    case 'DEADLINE':
      return <LevelBadge label={t('sketch.deadline')} colour="blue" />;
    case 'LIKELIHOOD_IMPACT':
      return <LevelBadge label={t('sketch.level')} colour="orange" score={12} />;
    default:
      return (
        <Box>
          {t('sketch.choose')}
          <IconChevronDown size={14} />
        </Box>
      );
  }
}

const labelsOf = (field: DraftField, language: Language) =>
  field.options.map((option) => textIn(option.label, language)).filter(Boolean);

function Choices({ field, language }: SketchProps) {
  const { t } = useTranslation('forms');
  const drawn = field.options.filter((option) => textIn(option.label, language) !== '');
  return (
    <Box>
      <span className={classes.choices}>
        {drawn.slice(0, CHOICES_DRAWN).map((option) => (
          <LevelBadge
            key={option.id}
            label={textIn(option.label, language)}
            colour={option.colour}
          />
        ))}
        {drawn.length > CHOICES_DRAWN && `+${drawn.length - CHOICES_DRAWN}`}
        {drawn.length === 0 && t('sketch.choose')}
      </span>
      <IconChevronDown size={14} />
    </Box>
  );
}

interface BoxProps {
  isTall?: boolean;
  isShort?: boolean;
  isDashed?: boolean;
  children?: ReactNode;
}

function Box({ isTall = false, isShort = false, isDashed = false, children }: BoxProps) {
  return (
    <span className={classes.box} data-tall={isTall} data-short={isShort} data-dashed={isDashed}>
      {children}
    </span>
  );
}

function Marks({ labels, isRound = false }: { labels: string[]; isRound?: boolean }) {
  return (
    <span className={classes.marks}>
      {labels.slice(0, CHOICES_DRAWN).map((label) => (
        <span key={label} className={classes.mark} data-round={isRound}>
          {label}
        </span>
      ))}
    </span>
  );
}
