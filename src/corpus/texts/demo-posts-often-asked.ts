import type { DemoPost } from './demo-post.types.ts'

const often = (daysAgo: number, title: string, body: string): DemoPost => ({ board: 'often-asked', by: '느티나무', daysAgo, title, body })

export const demoOftenAsked: readonly DemoPost[] = [
  often(40, '닉네임을 바꾸고 싶어요', '오른쪽의 **내 정보**에서 바꿀 수 있습니다. 그동안 쓴 글에도 새 이름이 보입니다.'),
  often(
    39.8,
    '사진이 너무 커서 올라가지 않습니다',
    '한 장에 15 MB까지 올릴 수 있습니다. 그보다 크면:\n\n1. 사진을 조금 줄여서 저장하거나\n2. 여러 장이라면 나누어 올려 주세요.\n\n올린 사진에서 찍은 곳과 기기 정보는 지워집니다.',
  ),
  often(
    39.6,
    '읽은 글이 흐리게 보이는 것은 어떻게 되돌리나요?',
    '다시 읽지 않은 글로 되돌리는 기능은 없습니다. 새 댓글이 달리면 [5 +2]처럼 알려 드립니다.',
  ),
  often(
    39.4,
    '글쓴이가 아닌데 제 글이 보이지 않아요',
    '운영진이 숨긴 글은 글쓴이와 운영진에게만 보입니다. 글을 열면 까닭이 적혀 있습니다.',
  ),
  often(
    39.2,
    '마우스 없이 읽을 수 있나요?',
    '목록에서 `j`와 `k`로 오르내리고 Enter로 엽니다. `?`를 누르면 나머지 단축키를 볼 수 있습니다.',
  ),
]
