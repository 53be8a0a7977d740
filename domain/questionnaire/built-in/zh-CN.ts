import type { BuiltInTexts } from './ids.ts';

/** The built-in questions in Simplified Chinese. Whole names are asked for: a few surnames of one character are half of all. */
export const simplifiedChinese: BuiltInTexts = {
  'first-concert': '在您记得的第一场音乐会或演出中，台上表演的是谁？',
  'childhood-street': '您十岁时住的那条街道叫什么名字？',
  'first-teacher': '您喜欢的第一位老师的姓名是什么？',
  'school-neighbour': '在您记得的最早的班级里，您的同桌是谁？',
  'teacher-nickname': '您的班级给老师起过什么绰号？',
  'bedtime-toy': '您小时候抱着睡觉的玩具叫什么名字？',
  'childhood-friend': '有一位童年好友后来与您失去了联系，这位好友的全名是什么？',
  'first-wages': '您用自己挣的第一笔钱买了什么？',
  'lost-thing': '您小时候丢失过什么东西，后来再也没有找到？',
  'wall-picture': '您在墙上贴的第一张图片上是谁或是什么？',
  'first-trip': '您第一次没有家人陪伴的旅行去了哪里？',
  'childhood-neighbours': '您童年时印象最深的邻居的姓名是什么？',
};
