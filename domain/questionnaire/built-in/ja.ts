import type { BuiltInTexts } from './ids.ts';

/** The built-in questions in Japanese. Streets have no names there: the town does. */
export const japanese: BuiltInTexts = {
  'first-concert': '覚えている中で最初に行ったコンサートや公演には、誰が出演していましたか。',
  'childhood-street': '10歳のときに住んでいた通りまたは町の名前は何ですか。',
  'first-teacher': '最初に好きになった先生の名字は何ですか。',
  'school-neighbour': '覚えている中でいちばん昔の学校のクラスで、隣の席にいたのは誰ですか。',
  'teacher-nickname': 'あなたのクラスで先生に付けていたあだ名は何ですか。',
  'bedtime-toy': '子どもの頃、一緒に寝ていたおもちゃやぬいぐるみを何と呼んでいましたか。',
  'childhood-friend': '今は連絡を取っていない、子どもの頃の友だちの姓名は何ですか。',
  'first-wages': '初めて自分で稼いだお金で、何を買いましたか。',
  'lost-thing': '子どもの頃になくして、二度と見つからなかったものは何ですか。',
  'wall-picture': '自分の部屋の壁に初めて貼った絵や写真には、誰または何が写っていましたか。',
  'first-trip': '家族と一緒ではない最初の旅行で、どこへ行きましたか。',
  'childhood-neighbours': '子どもの頃のご近所で、いちばんよく覚えている家の名字は何ですか。',
};
