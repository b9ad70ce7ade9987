import { useState } from 'react';

import type { ImportInput } from '@/graphql';
import type { RegisterForm } from '@/registers/register-form';

import { type ColumnMapping, toMappingInput } from './column-mapping';

export type ImportStep = 'file' | 'columns' | 'preview' | 'run';

interface Source {
  uploadId: string;
  sheetName: string;
}

interface Run {
  jobId: string;
  /** How many records it leaves alone, as they were changed since the export. */
  conflictCount: number;
}

/** Where an import stands: the file, where it goes, which column is which field, and the job. */
export function useImportWizard(form: RegisterForm) {
  const [step, setStep] = useState<ImportStep>('file');
  const [source, setSource] = useState<Source | null>(null);
  const [makesRegister, setMakesRegister] = useState(false);
  /** Key of the register that receives the rows; another than the page's after making one. */
  const [formKey, setFormKey] = useState(form.key);
  const [mapping, setMapping] = useState<ColumnMapping | null>(null);
  const [overwritesConflicts, setOverwritesConflicts] = useState(false);
  const [run, setRun] = useState<Run | null>(null);

  return {
    step,
    source,
    makesRegister,
    formKey,
    /** Null until it was suggested or chosen. */
    mapping,
    overwritesConflicts,
    run,
    setMakesRegister,
    setMapping,
    setOverwritesConflicts,
    chooseSource: (chosen: Source | null) => {
      setSource(chosen);
      setMapping(null);
      setOverwritesConflicts(false);
    },
    goTo: setStep,
    registerMade: (madeKey: string, madeMapping: ColumnMapping) => {
      setFormKey(madeKey);
      setMakesRegister(false);
      setMapping(madeMapping);
      setStep('preview');
    },
    started: (started: Run) => {
      setRun(started);
      setStep('run');
    },
    startOver: () => {
      setSource(null);
      setMapping(null);
      setOverwritesConflicts(false);
      setRun(null);
      setStep('file');
    },
    /** What the server is asked; null while something is missing. */
    input:
      source && mapping
        ? { ...toImportInput(source, formKey, mapping), overwriteConflicts: overwritesConflicts }
        : null,
  };
}

const toImportInput = (source: Source, formKey: string, mapping: ColumnMapping): ImportInput => ({
  ...source,
  formKey,
  mapping: toMappingInput(mapping),
});

export type ImportWizard = ReturnType<typeof useImportWizard>;
