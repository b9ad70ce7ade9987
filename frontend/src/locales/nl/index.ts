import app from './app.json';
import auth from './auth.json';
import dashboard from './dashboard.json';
import design from './design.json';
import errors from './errors.json';
import exporting from './exporting.json';
import forms from './forms.json';
import importing from './importing.json';
import jobs from './jobs.json';
import registers from './registers.json';
import settings from './settings.json';

export const texts = {
  app,
  auth,
  dashboard,
  design,
  errors,
  exporting,
  forms,
  importing,
  jobs,
  registers,
  settings,
};
