// Weak<T>, Student<T>, Ceiling<T>: the three roles as types, so that swapping two accuracies is a
// compile error.
#pragma once

namespace w2s {

namespace role_detail {
template <class Tag, class T>
struct Role {
  T value{};
  explicit constexpr Role(T v) : value(v) {}
  friend constexpr bool operator==(const Role&, const Role&) = default;
};
struct WeakTag;
struct StudentTag;
struct CeilingTag;
}  // namespace role_detail

template <class T>
struct Weak : role_detail::Role<role_detail::WeakTag, T> {
  using role_detail::Role<role_detail::WeakTag, T>::Role;
};
template <class T>
struct Student : role_detail::Role<role_detail::StudentTag, T> {
  using role_detail::Role<role_detail::StudentTag, T>::Role;
};
template <class T>
struct Ceiling : role_detail::Role<role_detail::CeilingTag, T> {
  using role_detail::Role<role_detail::CeilingTag, T>::Role;
};
template <class T>
Weak(T) -> Weak<T>;
template <class T>
Student(T) -> Student<T>;
template <class T>
Ceiling(T) -> Ceiling<T>;

}  // namespace w2s
