import { createContext } from 'react';

/** A form that is only tried out: nothing that is put in it is sent. */
export const TryoutContext = createContext(false);
