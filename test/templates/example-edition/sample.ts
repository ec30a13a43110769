import type {PaperOf} from '../../../templates/core/values.ts';
import type {exampleAppendix4} from './appendix-4.ts';

/** A paper as it is approved: what the compiler reads from the edition. */
export const examplePlan: PaperOf<typeof exampleAppendix4> = {
  organisation: {kk: '«Үміт» орталығы', ru: 'Центр «Үміт»'},
  recipient: {surname: 'Әбдіғаппарұлы', firstName: 'Өркен', patronymic: null},
  planned: {from: '2027-03-01', to: '2028-02-28'},
  goal: 'Өз бетімен тамақ пісіру',
  services: {everyday: {volume: 'аптасына 3 рет'}, medical: {volume: 'айына 1 рет'}},
};
