#include "kiosk/core/media/Film.h"

#include "kiosk/core/media/Ebml.h"
#include "kiosk/core/media/Refusal.h"

#include <algorithm>
#include <functional>
#include <optional>
#include <string>

namespace kiosk::media {

namespace {

using std::chrono::milliseconds;

/// RFC 9559, 5.1; those of EBML itself RFC 8794, 11.2.
enum Id : std::uint32_t {
    Ebml = 0x1A45DFA3,
    DocType = 0x4282,
    DocTypeReadVersion = 0x4285,
    Void = 0xEC,
    Crc32 = 0xBF,
    Segment = 0x18538067,
    SeekHead = 0x114D9B74,
    Info = 0x1549A966,
    TimestampScale = 0x2AD7B1,
    Duration = 0x4489,
    Tracks = 0x1654AE6B,
    TrackEntry = 0xAE,
    TrackNumber = 0xD7,
    TrackType = 0x83,
    CodecId = 0x86,
    ContentEncodings = 0x6D80,
    Video = 0xE0,
    PixelWidth = 0xB0,
    PixelHeight = 0xBA,
    Cluster = 0x1F43B675,
    Timestamp = 0xE7,
    SimpleBlock = 0xA3,
    BlockGroup = 0xA0,
    Block = 0xA1,
    Cues = 0x1C53BB6B,
    Tags = 0x1254C367
};

constexpr std::uint64_t videoType = 1, audioType = 2;
constexpr std::size_t mostTracks = 2;
constexpr std::uint64_t highestReadVersion = 4;
constexpr double nanosecondsInOne = 1e6; // of a millisecond

Result<void> eachIn(ByteView data, std::function<Result<void>(EbmlElement const&)> const& act) {
    for (EbmlReader reader(data); !reader.atEnd();) TRY(act(TRY(reader.next())));
    return {};
}

struct Track {
    std::uint64_t number = 0;
    std::uint64_t type = 0;
    std::string codec;
    std::uint64_t wide = 0;
    std::uint64_t high = 0;
    bool isUsed = false;
};

class FilmReader {
public:
    Result<Film> read(ByteView data);

private:
    static Result<void> readHeader(ByteView content);
    Result<void> readSegment(ByteView content);
    Result<void> readInfo(ByteView content);
    Result<void> readTracks(ByteView content);
    Result<void> readCluster(ByteView content);
    Result<void> readBlock(ByteView content, std::uint64_t timestamp);
    [[nodiscard]] Track const* trackOf(std::uint64_t type) const;
    [[nodiscard]] Result<void> checkTracks() const;
    [[nodiscard]] Result<milliseconds> lengthOf() const;

    double m_scale = nanosecondsInOne; // nanoseconds in one tick
    std::optional<double> m_duration;  // in ticks, as all times here
    double m_lastBlock = 0;
    std::vector<Track> m_tracks;
};

Result<void> FilmReader::readHeader(ByteView content) {
    std::string docType;
    std::uint64_t version = 1;
    TRY(eachIn(content, [&](EbmlElement const& element) -> Result<void> {
        if (element.id == DocType) docType = ebmlText(element.content);
        if (element.id == DocTypeReadVersion) version = TRY(ebmlNumber(element.content));
        return {};
    }));
    if (docType != "webm" || version > highestReadVersion) return refuse("is not a WebM file");
    return {};
}

Result<void> FilmReader::readInfo(ByteView content) {
    return eachIn(content, [&](EbmlElement const& element) -> Result<void> {
        if (element.id == TimestampScale) m_scale = double(TRY(ebmlNumber(element.content)));
        if (element.id == Duration) m_duration = TRY(ebmlFloat(element.content));
        return {};
    });
}

Result<Track> readTrack(ByteView content) {
    Track track;
    auto const size = [&](EbmlElement const& element) -> Result<void> {
        if (element.id == PixelWidth) track.wide = TRY(ebmlNumber(element.content));
        if (element.id == PixelHeight) track.high = TRY(ebmlNumber(element.content));
        return {};
    };
    TRY(eachIn(content, [&](EbmlElement const& element) -> Result<void> {
        if (element.id == ContentEncodings) return refuse("has a track that is compressed once more, or encrypted");
        if (element.id == TrackNumber) track.number = TRY(ebmlNumber(element.content));
        if (element.id == TrackType) track.type = TRY(ebmlNumber(element.content));
        if (element.id == CodecId) track.codec = ebmlText(element.content);
        return element.id == Video ? eachIn(element.content, size) : Result<void>{};
    }));
    return track;
}

Result<void> FilmReader::readTracks(ByteView content) {
    return eachIn(content, [&](EbmlElement const& element) -> Result<void> {
        if (element.id != TrackEntry) return {};
        if (m_tracks.size() == mostTracks) return refuse("has more tracks than one of picture and one of sound");
        m_tracks.push_back(TRY(readTrack(element.content)));
        return {};
    });
}

/// A track number, a time of 16 bits with sign, flags, and the frame (RFC 9559, 10.1). Track numbers are so small that
/// theirs takes one byte.
Result<void> FilmReader::readBlock(ByteView content, std::uint64_t timestamp) {
    constexpr std::size_t header = 4;
    if (content.size() <= header || (content[0] & 0x80U) == 0) return refuseDamaged();
    auto const track = std::ranges::find(m_tracks, std::uint64_t(content[0] & 0x7FU), &Track::number);
    if (track == m_tracks.end()) return refuse("has a frame of a track that is not there");
    track->isUsed = true;
    auto const offset = static_cast<std::int16_t>(content[1] << 8U | content[2]);
    m_lastBlock = std::max(m_lastBlock, double(timestamp) + offset);
    return {};
}

Result<void> FilmReader::readCluster(ByteView content) {
    std::uint64_t timestamp = 0;
    auto const inGroup = [&](EbmlElement const& element) {
        return element.id == Block ? readBlock(element.content, timestamp) : Result<void>{};
    };
    return eachIn(content, [&](EbmlElement const& element) -> Result<void> {
        if (element.id == Timestamp) timestamp = TRY(ebmlNumber(element.content));
        if (element.id == SimpleBlock) return readBlock(element.content, timestamp);
        return element.id == BlockGroup ? eachIn(element.content, inGroup) : Result<void>{};
    });
}

/// No element of these lies in one of its own kind, so nothing here goes deeper than it is written.
Result<void> FilmReader::readSegment(ByteView content) {
    return eachIn(content, [&](EbmlElement const& element) -> Result<void> {
        switch (element.id) {
        case Info: return readInfo(element.content);
        case Tracks: return readTracks(element.content);
        case Cluster: return readCluster(element.content);
        case SeekHead:
        case Cues:
        case Tags:
        case Void:
        case Crc32: return {};
        default: return refuse("holds more than a film: chapters, attachments or what WebM does not know");
        }
    });
}

Track const* FilmReader::trackOf(std::uint64_t type) const {
    auto const found = std::ranges::find(m_tracks, type, &Track::type);
    return found == m_tracks.end() ? nullptr : &*found;
}

Result<void> FilmReader::checkTracks() const {
    auto const* picture = trackOf(videoType);
    auto const* sound = trackOf(audioType);
    if (!picture || picture->codec != "V_VP9") return refuse("has no picture in VP9");
    if (!picture->isUsed) return refuse("has no frame");
    if (sound && sound->codec != "A_OPUS") return refuse("has sound that is not Opus");
    if (m_tracks.size() > 1 && (!sound || sound->number == picture->number))
        return refuse("has more tracks than one of picture and one of sound");
    if (picture->wide == 0 || picture->high == 0 || std::max(picture->wide, picture->high) > mostFilmAcross ||
        picture->wide * picture->high > mostFilmPixels)
        return refuse("is larger than 1280 by 720 pixels");
    return {};
}

/// The longer of what the file claims and what is in it.
Result<milliseconds> FilmReader::lengthOf() const {
    if (!m_duration || m_scale <= 0) return refuse("does not say how long it is");
    auto const length = std::max(*m_duration, m_lastBlock) * m_scale / nanosecondsInOne;
    if (length > double(milliseconds(longestFilm).count())) return refuse("is longer than three minutes");
    return milliseconds(std::int64_t(length));
}

Result<Film> FilmReader::read(ByteView data) {
    EbmlReader reader(data);
    auto const header = TRY(reader.next());
    if (header.id != Ebml) return refuse("is not a WebM file");
    TRY(readHeader(header.content));
    auto const segment = TRY(reader.next());
    if (segment.id != Segment) return refuse("is not a WebM file");
    if (!reader.atEnd()) return refuse("goes on behind its end");
    TRY(readSegment(segment.content));
    TRY(checkTracks());
    auto const* picture = trackOf(videoType);
    auto const length = TRY(lengthOf());
    return Film{static_cast<std::uint32_t>(picture->wide), static_cast<std::uint32_t>(picture->high), length,
                trackOf(audioType) != nullptr};
}

} // namespace

Result<Film> readFilm(ByteView data) {
    if (data.empty()) return refuse("has no data");
    if (data.size() > mostFilmBytes) return refuse("is larger than 8 MiB");
    return FilmReader().read(data);
}

} // namespace kiosk::media
