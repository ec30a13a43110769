import type {OrganisationType} from '../../../domain/vocabulary.ts';
import {label, ownLabel, type Label} from '../../core/label.ts';

/** A paper that the act names for the personal file. */
export interface NamedDocument {
  readonly title: Label;
  /** The paragraph of the Rules that names it. */
  readonly paragraph: string;
  /** `changed`: order No 308 words it itself. `unchanged`: seen in an edition of order No 379 that No 308 did not touch. */
  readonly source: 'changed' | 'unchanged';
}

/**
 * The papers of the personal file that could be read in the acts. The lists are NOT complete: order No 308 changes
 * single lines of the lists of order No 379, whose full text could not be had. A facility adds its own lines.
 */
export const fileDocuments: Readonly<Record<OrganisationType, readonly NamedDocument[]>> = {
  'stationary': [
    programmeExtract('11 2)'),
    veteranProof('11 2)'),
    original('Жеке басты куәландыратын құжат', 'Документ, удостоверяющий личность'),
    original('Мүгедектік туралы анықтама', 'Справка об инвалидности'),
    original('Зейнетақы куәлігі', 'Пенсионное удостоверение'),
    original(
      'Зейнетақы немесе әлеуметтік жәрдемақылар алуға арналған жеке кітапша',
      'Личная книжка для получения пенсии или социальных пособий',
    ),
  ],
  'semi-stationary': [programmeExtract('21 2)'), veteranProof('21 2)')],
  'home-care': [programmeExtract('26 2)'), veteranProof('26 2)')],
  'temporary-stay': [
    earlier('Қызмет алушының жазбаша өтініші', 'Письменное заявление получателя услуг'),
    earlier(
      'Қызмет алушының жеке басын куәландыратын құжаттың көшірмесі (ЖСН бар болса)',
      'Копия документа, удостоверяющего личность получателя услуг (с наличием ИИН, при наличии)',
    ),
    {
      title: label('Ресоциализация туралы шарт', 'Договор о ресоциализации'),
      paragraph: '35 3)',
      source: 'changed',
    },
    earlier('Қабылдау туралы бұйрықтың көшірмесі', 'Копия приказа о зачислении'),
  ],
};

function programmeExtract(paragraph: string): NamedDocument {
  return {
    title: label(
      'Мүгедектігі бар адамды абилитациялау мен оңалтудың жеке бағдарламасынан үзінді көшірме (қарттар үшін абилитациялау мен оңалтудың жеке бағдарламасы бар болса)',
      'Выписка из индивидуальной программы абилитации и реабилитации лица с инвалидностью (для престарелых - при наличии программы)',
    ),
    paragraph,
    source: 'changed',
  };
}

function veteranProof(paragraph: string): NamedDocument {
  return {
    // The order counts the persons up in a paragraph of its own; here they are named together.
    title: ownLabel(
      'Ардагерлер және оларға теңестірілген адамдар үшін мәртебесін растайтын куәліктің немесе өзге құжаттың көшірмесі',
      'Для ветеранов и приравненных к ним лиц - копия удостоверения или иного документа, подтверждающего статус',
    ),
    paragraph,
    source: 'changed',
  };
}

/** Paragraph 11 2) part 4: originals that the administration keeps, with the resident's written consent. */
function original(kk: string, ru: string): NamedDocument {
  return {title: label(kk, ru), paragraph: '11 2)', source: 'changed'};
}

/** Paragraph 35 3): the words are Russian, of an earlier edition of order No 379; the Kazakh side is ours. */
function earlier(kk: string, ru: string): NamedDocument {
  return {
    title: {kk, ru, status: {kk: 'product', ru: 'official'}},
    paragraph: '35 3)',
    source: 'unchanged',
  };
}
