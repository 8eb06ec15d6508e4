#pragma once

#include "kiosk/core/fhirpath/Value.h"

#include <initializer_list>
#include <vector>

namespace kiosk::fhirpath {

/// What every expression gives: values in order. One value, the common case, costs no allocation.
class Collection {
public:
    Collection() = default;
    explicit Collection(Value value) : m_one(std::move(value)), m_size(1) {}
    Collection(std::initializer_list<Value> values) {
        for (auto const& value : values) push(value);
    }
    Collection(Collection const&) = default;
    Collection& operator=(Collection const&) = default;
    Collection(Collection&& other) noexcept :
        m_one(std::move(other.m_one)), m_many(std::move(other.m_many)), m_size(std::exchange(other.m_size, 0)) {}
    Collection& operator=(Collection&& other) noexcept {
        m_one = std::move(other.m_one);
        m_many = std::move(other.m_many);
        m_size = std::exchange(other.m_size, 0);
        return *this;
    }
    ~Collection() = default;

    void push(Value value) {
        if (m_size == 0) {
            m_one = std::move(value);
        } else {
            if (m_size == 1) {
                m_many.clear();
                m_many.push_back(std::move(m_one));
            }
            m_many.push_back(std::move(value));
        }
        ++m_size;
    }
    void append(Collection&& other) {
        if (m_size == 0) {
            *this = std::move(other);
            return;
        }
        for (auto& value : other) push(std::move(value));
    }
    void append(Collection const& other) {
        for (auto const& value : other) push(value);
    }

    [[nodiscard]] std::size_t size() const { return m_size; }
    [[nodiscard]] bool empty() const { return m_size == 0; }
    [[nodiscard]] Value const* begin() const { return m_size <= 1 ? &m_one : m_many.data(); }
    [[nodiscard]] Value const* end() const { return begin() + m_size; }
    [[nodiscard]] Value* begin() { return m_size <= 1 ? &m_one : m_many.data(); }
    [[nodiscard]] Value* end() { return begin() + m_size; }
    [[nodiscard]] Value const& operator[](std::size_t index) const { return begin()[index]; }
    [[nodiscard]] Value const& front() const { return *begin(); }
    [[nodiscard]] Value const& back() const { return begin()[m_size - 1]; }

private:
    Value m_one;
    std::vector<Value> m_many; ///< all, once they are more than one
    std::size_t m_size = 0;
};

} // namespace kiosk::fhirpath
