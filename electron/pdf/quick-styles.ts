import styleModule, {type StyleStack} from 'pdfmake/js/StyleContextStack.js';

/** What a stack has answered since something was last put on it or taken off. */
const answered = new WeakMap<StyleStack, Map<string, unknown>>();

/**
 * pdfmake asks the whole stack of styles for some twenty-five properties of every word, each time anew: a tenth of a
 * paper's time. Between two words of one paragraph nothing is put on the stack, so its answers are kept until something
 * is. A word that names no style of its own needs nothing put on the stack to be asked for.
 */
export function quickStyles(): void {
  const {prototype} = styleModule.default;
  const {push, pop, getProperty} = prototype;
  prototype.push = function pushAndForget(style) {
    answered.delete(this);
    push.call(this, style);
  };
  prototype.pop = function popAndForget(howMany) {
    answered.delete(this);
    pop.call(this, howMany);
  };
  prototype.getProperty = function keptProperty(name) {
    let kept = answered.get(this);
    if (kept === undefined) {
      kept = new Map();
      answered.set(this, kept);
    }
    if (!kept.has(name)) kept.set(name, getProperty.call(this, name));
    return kept.get(name);
  };
  const ask = styleModule.default.getStyleProperty;
  styleModule.default.getStyleProperty = (item, stack, name, otherwise) => {
    if (stack === undefined || stack === null || item['style'] !== undefined || item['section'] !== undefined) {
      return ask(item, stack, name, otherwise);
    }
    const own = item[name];
    if (own !== undefined && own !== null) return own;
    const value = stack.getProperty(name);
    return value === undefined || value === null ? otherwise : value;
  };
}
