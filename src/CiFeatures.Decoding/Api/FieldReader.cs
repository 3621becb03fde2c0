using CiFeatures.Decoding.Json;

namespace CiFeatures.Decoding.Api;

/// <summary>Reads the value that the reader stands on, and leaves the reader on the value's last token.</summary>
/// <param name="answer">The reader.</param>
internal delegate void FieldReader(ref AnswerReader answer);
