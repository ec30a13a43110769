import {encodeBytes} from '../contract/bytes.ts';
import type {jobCalls} from '../contract/job.ts';
import type {AreaHandlers} from './context.ts';
import {orMissing} from './refusals.ts';
import {saveFile} from './save-file.ts';

export const jobHandlers: AreaHandlers<typeof jobCalls> = {
  state({jobs}, {jobId}) {
    return orMissing(jobs.view(jobId));
  },

  cancel({jobs}, {jobId}) {
    jobs.cancel(jobId);
    return orMissing(jobs.view(jobId));
  },

  save({jobs, platform}, {jobId}) {
    const {fileName, bytes} = orMissing(jobs.result(jobId));
    return saveFile(platform, fileName, bytes);
  },

  take({jobs}, {jobId}) {
    const {fileName, bytes} = orMissing(jobs.result(jobId));
    return {file: encodeBytes(bytes), fileName};
  },
};
