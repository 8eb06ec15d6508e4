#pragma once

#include <map>
#include <memory>
#include <string>

namespace sync_http {

/// How many connections each party holds: an address, or a certificate. One thread.
class Shares {
public:
    /// Counts one connection as long as it lives, which must not be longer than the Shares.
    class Share {
    public:
        ~Share() {
            if (--m_place->second == 0) m_shares.m_counts.erase(m_place);
        }
        Share(Share const&) = delete;
        Share& operator=(Share const&) = delete;

    private:
        friend Shares;
        using Place = std::map<std::string, std::size_t>::iterator;
        Share(Shares& shares, Place place) : m_shares(shares), m_place(place) { ++place->second; }
        Shares& m_shares;
        Place m_place;
    };

    /// Null: the party holds `most` already, which is not 0.
    [[nodiscard]] std::unique_ptr<Share> take(std::string const& party, std::size_t most) {
        auto place = m_counts.try_emplace(party, 0).first;
        return place->second < most ? std::unique_ptr<Share>(new Share(*this, place)) : nullptr;
    }

private:
    std::map<std::string, std::size_t> m_counts; ///< of those who hold any
};

} // namespace sync_http
