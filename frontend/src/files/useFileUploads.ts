import { useCallback, useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';

import { AppError, useUserErrors } from '@/graphql';

import { type KeptFile, keepFile } from './keep-file';

/** A file on its way, or one that did not get there. */
export interface PendingFile {
  id: number;
  fileName: string;
  byteSize: number;
  /** Share that was sent, 0 to 1. */
  share: number;
  /** Why it was refused; null while it is on its way. */
  problem: string | null;
}

interface FileUploadHandlers {
  onKept: (file: KeptFile) => void;
  /** Called whenever more or fewer files are on their way. */
  onSending: (count: number) => void;
}

/** Sends files, several at a time; each can be stopped, and tells what went wrong with it. */
export function useFileUploads(handlers: FileUploadHandlers) {
  const { t } = useTranslation('errors');
  const { sentence } = useUserErrors();
  const [pending, setPending] = useState<PendingFile[]>([]);
  const lastId = useRef(0);
  const stops = useRef(new Map<number, AbortController>());
  const latest = useRef(handlers);
  useEffect(() => {
    latest.current = handlers;
  });
  useEffect(() => {
    const running = stops.current;
    return () => {
      for (const stop of running.values()) stop.abort();
    };
  }, []);

  const patch = useCallback((id: number, changes: Partial<PendingFile>) => {
    setPending((files) => files.map((file) => (file.id === id ? { ...file, ...changes } : file)));
  }, []);
  const forget = useCallback((id: number) => {
    setPending((files) => files.filter((file) => file.id !== id));
  }, []);
  const settle = (id: number) => {
    stops.current.delete(id);
    latest.current.onSending(stops.current.size);
  };

  const sendOne = async (file: File) => {
    const id = (lastId.current += 1);
    const stop = new AbortController();
    stops.current.set(id, stop);
    latest.current.onSending(stops.current.size);
    const { name: fileName, size: byteSize } = file;
    setPending((files) => [...files, { id, fileName, byteSize, share: 0, problem: null }]);
    try {
      const outcome = await keepFile(file, {
        signal: stop.signal,
        onProgress: (share) => {
          patch(id, { share });
        },
      });
      if ('file' in outcome) {
        latest.current.onKept(outcome.file);
        forget(id);
      } else {
        patch(id, { problem: outcome.userErrors.map(sentence).join(' ') });
      }
    } catch (error) {
      const code = error instanceof AppError ? error.code : 'INTERNAL';
      patch(id, { problem: t(`app.${code}.detail`) });
    }
    settle(id);
  };

  return {
    pending,
    send: (files: readonly File[]) => {
      for (const file of files) void sendOne(file);
    },
    /** Stops a file that is on its way, or puts away what went wrong with it. */
    dismiss: (id: number) => {
      stops.current.get(id)?.abort();
      settle(id);
      forget(id);
    },
  };
}
