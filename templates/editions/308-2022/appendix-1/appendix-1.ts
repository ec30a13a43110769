import {label} from '../../../core/label.ts';
import type {StaffNormEdition} from '../../../core/staff-norm-edition.ts';
import {basis, inForce, stamp} from '../order.ts';
import {bands, groups, kinds, remarks} from './bands-and-notes.ts';
import {everydayPosts} from './posts-everyday.ts';
import {managementPosts} from './posts-management.ts';
import {medicalPosts} from './posts-medical.ts';
import {premisesPosts} from './posts-premises.ts';
import {teachingPosts} from './posts-teaching.ts';
import {questions} from './questions.ts';
import {vehicles} from './vehicles.ts';

/** Appendix 1: the minimum staff of organisations of stationary type. */
export const appendix1: StaffNormEdition = {
  id: '308-2022/appendix-1',
  // The paragraphs that the order changes do not name this appendix.
  basis: basis(1, {'stationary': null, 'semi-stationary': null, 'home-care': null, 'temporary-stay': null}),
  inForce,
  revisions: [{number: 1, on: '2026-11-25', reason: 'as the order prints it'}],
  // Not a form to fill: without «Нысан».
  stamp: stamp(1).slice(0, 2),
  title: label(
    'Стационарлық үлгідегі ұйымдардағы персоналдың ең төмен штат нормативтері',
    'Минимальные штатные нормативы персонала в организациях стационарного типа',
  ),
  heads: {
    number: label('№', '№', 'official'),
    post: label('Лауазым атауы', 'Наименование должности'),
    recipients: label('Қызмет алушылардың саны', 'Количество получателей услуг'),
  },
  bands,
  groups,
  posts: [...managementPosts, ...premisesPosts, ...everydayPosts, ...medicalPosts, ...teachingPosts],
  kinds,
  remarks,
  vehicles,
  questions,
};
