import {accessSync, constants, readdirSync} from 'node:fs';
import {text, type Text} from '../../domain/text.ts';
import {makeFolder} from '../host/make-folder.ts';

/** Makes the folder where it is not there. Says what is wrong where nothing can or should be put into it. */
export function prepareOutFolder(folder: string): Text | undefined {
  try {
    makeFolder(folder, 0o777);
    accessSync(folder, constants.W_OK);
    if (readdirSync(folder).length === 0) return undefined;
    return text(
      `Қалта бос емес: ${folder}. Бос немесе жаңа қалтаны көрсетіңіз; ондағы ештеңе өзгертілген жоқ.`,
      `Папка не пуста: ${folder}. Укажите пустую или новую; в ней ничего не изменено.`,
    );
  } catch (error) {
    return wordsFor(error, folder);
  }
}

function wordsFor(error: unknown, folder: string): Text {
  switch (error instanceof Error && 'code' in error ? error.code : undefined) {
    case 'EEXIST':
    case 'ENOTDIR':
      return text(
        `Бұл қалта емес, файл: ${folder}. Қалтаны көрсетіңіз.`,
        `Это не папка, а файл: ${folder}. Укажите папку.`,
      );
    case 'ENOENT':
    case 'ENAMETOOLONG':
    case 'EINVAL':
      return text(
        `Мұндай қалта жасалмайды: ${folder}. Басқа қалтаны көрсетіңіз.`,
        `Такую папку создать нельзя: ${folder}. Укажите другую.`,
      );
    case 'EACCES':
    case 'EPERM':
    case 'EROFS':
      return text(
        `Қалтаға жазуға рұқсат жоқ: ${folder}. Басқа қалтаны көрсетіңіз.`,
        `Нет права писать в папку: ${folder}. Укажите другую.`,
      );
    case 'ENOSPC':
    case 'EDQUOT':
      return text('Дискіде орын жоқ. Орын босатып, қайталаңыз.', 'На диске нет места. Освободите место и повторите.');
    default:
      throw error;
  }
}
