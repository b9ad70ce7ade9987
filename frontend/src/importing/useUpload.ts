import { useMutation } from '@tanstack/react-query';
import { useRef, useState } from 'react';

import type { UserErrorLike } from '@/graphql';

import { uploadFile } from './upload-file';

/** Sends a workbook; the screen itself shows what goes wrong. */
export function useUpload(onUploaded: (uploadId: string) => void) {
  const [share, setShare] = useState(0);
  const [refused, setRefused] = useState<readonly UserErrorLike[]>([]);
  const abort = useRef<AbortController | null>(null);

  const { mutate, isPending, error, reset } = useMutation({
    meta: { silent: true },
    mutationFn: (file: File) => {
      abort.current = new AbortController();
      return uploadFile(file, { onProgress: setShare, signal: abort.current.signal });
    },
    onSuccess: (outcome) => {
      if ('uploadId' in outcome) onUploaded(outcome.uploadId);
      else setRefused(outcome.userErrors);
    },
  });

  return {
    share,
    refused,
    error,
    isSending: isPending,
    send: (file: File) => {
      setShare(0);
      // The server judges what is inside; the name alone tells an old .xls or a .csv apart.
      if (/\.xlsx$/i.test(file.name)) {
        setRefused([]);
        mutate(file);
      } else {
        setRefused([
          { code: /\.xlsm$/i.test(file.name) ? 'MACRO_WORKBOOK' : 'NOT_XLSX', params: {} },
        ]);
      }
    },
    cancel: () => {
      abort.current?.abort();
      reset();
    },
  };
}
